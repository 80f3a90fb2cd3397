// Whoever comes to a place in the page sees it: cards on the way are opened, and a search that found only
// the page goes on to the first word that was looked for.
const HIGHLIGHTING = 100; // ms; Sphinx marks the words 10 ms after the page is ready

function show(place) {
  for (let card = place.closest("details"); card; card = card.parentElement.closest("details")) card.open = true;
  place.scrollIntoView();
}

function toTarget() {
  const target = location.hash.length > 1 && document.getElementById(decodeURIComponent(location.hash.slice(1)));
  if (target && target.closest("details")) show(target);
}

function toWord() {
  const words = [...document.querySelectorAll("article .highlighted")];
  const word = words.find((one) => !one.closest(".tp-host, .page-info")); // a widget replaces its words
  if (word) show(word);
}

toTarget();
addEventListener("hashchange", toTarget);
if (!location.hash) setTimeout(toWord, HIGHLIGHTING);
