// Whoever comes to a place in the page sees it: cards on the way are opened, and a search that found only
// the page goes on to the rarest word that was looked for.
const HIGHLIGHTING = 100; // ms; Sphinx marks the words 10 ms after the page is ready

function show(place) {
  for (let card = place.closest("details"); card; card = card.parentElement.closest("details")) card.open = true;
  place.scrollIntoView();
}

// The name of the place in an address; a stray "%" is no code for a letter, and then stands for itself.
function named(hash) {
  try {
    return decodeURIComponent(hash.slice(1));
  } catch {
    return hash.slice(1);
  }
}

function toTarget() {
  const target = location.hash.length > 1 && document.getElementById(named(location.hash));
  if (!target) return;
  for (const card of target.querySelectorAll(":scope > .tp-record")) card.open = true; // a muscle's record
  if (target.closest("details")) show(target);
}

function toWord() {
  const words = [...document.querySelectorAll("article .highlighted")].filter(
    (one) => !one.closest(".tp-host, .page-info"), // a widget replaces its words
  );
  const times = (word) => words.filter((one) => one.textContent.toLowerCase() === word.textContent.toLowerCase()).length;
  const word = words.sort((a, b) => times(a) - times(b))[0]; // the rarest says most: "jaw" of "jaw pain"
  if (word) show(word);
}

toTarget();
addEventListener("hashchange", toTarget);
if (!location.hash) setTimeout(toWord, HIGHLIGHTING);
