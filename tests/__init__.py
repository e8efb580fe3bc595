"""The tests: each folder mirrors one of generator/ or layouts/."""
