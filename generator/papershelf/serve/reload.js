// Reloads the page after each build, or shows what is wrong with the content. Only `papershelf serve` adds this script.
let events = null;
let first = null;

// A browser opens six connections to a server at most, so only the page that is looked at keeps one.
function listen() {
  events?.close();
  events = null;
  if (document.hidden) return;
  events = new EventSource("/_papershelf/events");
  events.onmessage = told;
}

document.addEventListener("visibilitychange", listen);
listen();

function told({ data }) {
  const { build, problems } = JSON.parse(data);
  if (first === null) first = build;
  else if (build !== first && !problems.length) location.reload();
  show(problems);
}

function show(problems) {
  document.getElementById("papershelf-problems")?.remove();
  if (!problems.length) return;
  const box = document.createElement("section");
  box.id = "papershelf-problems";
  box.setAttribute("role", "alert");
  // The site's policy forbids style attributes, but not setting properties from a script.
  Object.assign(box.style, {
    position: "fixed", inset: "auto 0 0 0", maxHeight: "60vh", overflow: "auto", zIndex: 99, padding: "1rem",
    background: "#2b1512", color: "#ffe9e4", font: "14px/1.5 ui-monospace, monospace", whiteSpace: "pre-wrap",
  });
  box.textContent = problems
    .map(({ place, message, advice, excerpt }) => [`${place}: ${message}`, excerpt, advice].filter(Boolean).join("\n    "))
    .join("\n\n");
  document.body.append(box);
}
