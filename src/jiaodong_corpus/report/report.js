const pages = [...document.querySelectorAll("details.page")], byId = (id) => document.getElementById(id);
function filter() {
  const text = byId("text").value.trim();
  let count = 0;
  for (const page of pages) {
    const fits = ["flag", "outlet", "label"].every((name) => !byId(name).value || page.dataset[name].split("\n").includes(byId(name).value));
    page.hidden = !(fits && (!text || page.textContent.includes(text)));
    count += !page.hidden;
  }
  byId("count").textContent = count + " of " + pages.length;
}
document.forms[0].addEventListener("submit", (event) => event.preventDefault());
for (const id of ["text", "flag", "outlet", "label"]) byId(id).addEventListener("input", filter);
for (const radio of document.getElementsByName("script")) radio.addEventListener("change", () => { document.body.className = "s-" + radio.value; });
document.addEventListener("click", (event) => {
  if (event.target.tagName !== "BUTTON") return;
  const box = event.target.previousElementSibling, lengths = box.dataset.words.split(",").map(Number);
  const text = [...[...box.querySelectorAll("p")].map((one) => one.textContent).join("\n")];
  const lines = [document.createElement("p")];
  let place = 0;
  for (const length of lengths) {
    const word = document.createElement("span");
    word.textContent = text.slice(place, place += length).join("");
    if (word.textContent.includes("\n")) lines.push(document.createElement("p"));
    else { word.className = "word"; lines.at(-1).append(word); }
  }
  box.replaceChildren(...lines);
  event.target.remove();
});
filter();
