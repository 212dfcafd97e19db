// The marks above an article's text: what they do can also be typed.
function around(area, before, after) {
  const [start, end] = [area.selectionStart, area.selectionEnd];
  area.setRangeText(before + area.value.slice(start, end) + after, start, end, "end");
  if (start === end) area.selectionEnd = area.selectionStart = start + before.length;
}

function atLine(area, sign) {
  const start = area.value.lastIndexOf("\n", area.selectionStart - 1) + 1;
  area.setRangeText(sign, start, start, "end");
}

for (const bar of document.querySelectorAll(".marks")) {
  const area = document.getElementById(bar.dataset.for);
  bar.hidden = false;
  bar.addEventListener("click", (event) => {
    const mark = event.target.closest("button")?.dataset;
    if (!mark) return;
    if (mark.line) atLine(area, mark.line);
    else around(area, mark.before, mark.after);
    area.dispatchEvent(new Event("input", { bubbles: true }));
    area.focus();
  });
}

// The preview begins in the look of the page around it.
const isDark = matchMedia("(prefers-color-scheme: dark)").matches;
document.querySelector(isDark ? "#look-dark" : "#look-light").checked = true;

// Leaving with words that are not kept asks first.
const form = document.querySelector(".editor");
let isChanged = "changed" in form.dataset;
form.addEventListener("input", (event) => (isChanged ||= !["shown", "look"].includes(event.target.name)));
form.addEventListener("submit", () => (isChanged = false));
addEventListener("beforeunload", (event) => isChanged && event.preventDefault());
