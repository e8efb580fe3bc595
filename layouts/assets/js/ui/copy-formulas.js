// Formulas are copied as the TeX that they were written in, which is what one can paste anywhere.

document.addEventListener("copy", (event) => {
  const selection = getSelection();
  if (!selection?.rangeCount || !event.clipboardData) return;
  const copied = document.createElement("div");
  copied.append(selection.getRangeAt(0).cloneContents());
  const formulas = copied.querySelectorAll("math[alttext]");
  if (!formulas.length) return;
  event.clipboardData.setData("text/html", copied.innerHTML);
  for (const formula of formulas) formula.replaceWith(`$${formula.getAttribute("alttext")}$`);
  for (const block of copied.querySelectorAll("p, li, h1, h2, h3")) block.append("\n");
  event.clipboardData.setData("text/plain", copied.textContent.trim());
  event.preventDefault();
});
