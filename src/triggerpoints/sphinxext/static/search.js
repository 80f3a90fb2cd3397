// The search page: muscles and places that have every telling word of the query come before the pages, of which
// those with its words in a title come first; a page's excerpt shows the rarest word, and no warning sign; a term's
// is its definition; the words are marked only on the page that a result leads to.
const FILLERS = new Set(
  "a ache aches aching an and at hurt hurting hurts i in is it my of on or pain painful pains sore the to".split(" "),
);
const CONTEXT = 120; // characters on each side of a word in an excerpt
const EXACT = 300;
const NAMED = 200; // above every score of a page
const TOLD = 150;
const IN_TITLE = 30; // of a page, for each word of the query
const IN_HEADING = 10;

const stemmer = new Stemmer();
const wordsOf = (text) => splitQuery(text.toLowerCase().normalize("NFD").replace(/\p{M}/gu, "")).map((word) => stemmer.stemWord(word));
const has = (words, wanted) => wanted.every((one) => words.some((word) => word === one || (one.length > 2 && word.startsWith(one))));

const places = JSON.parse(document.getElementById("tp-places").textContent).map((place) => ({
  ...place,
  names: place.names.map(wordsOf),
  more: place.more.map(wordsOf),
}));

function scoreOf(place, wanted) {
  if (place.names.some((words) => words.join() === wanted.join())) return EXACT;
  const named = place.names.findIndex((words) => has(words, wanted));
  if (named >= 0) return NAMED - Math.min(named, 20);
  if (has(place.names.flat(), wanted)) return NAMED - 25;
  return has([...place.names, ...place.more].flat(), wanted) ? TOLD : 0;
}

function found(query) {
  const all = splitQuery(query.toLowerCase().trim());
  const telling = all.filter((word) => !FILLERS.has(word));
  const wanted = wordsOf(telling.join(" "));
  if (!wanted.length) return [];
  return places
    .map((place) => [place.page, place.title, `#${place.anchor}`, place.note, scoreOf(place, wanted), place.page])
    .filter((result) => result[4] > 0)
    .sort(_orderResultsByScoreThenName);
}

/** `pages` as Sphinx scores them, and higher for each word in their title or headings; places stay above them. */
function ranked(pages, query) {
  const wanted = wordsOf(query).filter((word) => !FILLERS.has(word));
  const { docnames, titles, titleterms } = Search._index;
  const scored = pages.map((result) => {
    const at = docnames.indexOf(result[0]);
    const title = wordsOf(titles[at] ?? "");
    const worth = (word) => (title.includes(word) ? IN_TITLE : [titleterms[word] ?? []].flat().includes(at) ? IN_HEADING : 0);
    const score = wanted.reduce((sum, word) => sum + worth(word), result[4]);
    return [...result.slice(0, 4), Math.min(score, TOLD - 1), ...result.slice(5)];
  });
  return scored.sort(_orderResultsByScoreThenName);
}

const ofSphinx = Search._performSearch;
Search._performSearch = (query, ...terms) => {
  const words = encodeURIComponent([...terms[2]].join(" "));
  const own = found(query);
  const anchors = new Set(places.map((place) => `#${place.anchor}`));
  const results = ofSphinx(query, ...terms).filter((result) => !anchors.has(result[2]));
  const explaining = new Set(results.filter(([, , anchor]) => anchor.startsWith("#term-")).map(([page]) => page));
  const pages = ranked(results.filter(([page, , anchor]) => anchor || !explaining.has(page)), query);
  // Sphinx takes the results from the end.
  return [...pages, ...own].map(([page, title, anchor, ...rest]) => [page, title, `?highlight=${words}${anchor}`, ...rest]);
};

const parse = Search._parseQuery;
Search._parseQuery = (query) => {
  const parsed = parse(query);
  localStorage.removeItem("sphinx_highlight_terms"); // else the next page is marked, whichever it is
  const marked = parsed[3];
  if ([...marked].some((word) => !FILLERS.has(word))) FILLERS.forEach((word) => marked.delete(word));
  return parsed;
};

// What is no excerpt: warning signs, which cut out of their place frighten; answers to questions; lists of sources.
const NOT_SAID = "#red-flags-first, .tp-safety-first, .tp-red-flags, .tp-fallback, .tp-sources, .headerlink, script, style";

function readable(page) {
  const parsed = new DOMParser().parseFromString(page, "text/html");
  parsed.querySelectorAll(NOT_SAID).forEach((one) => one.remove());
  return parsed;
}

/** What a result says: a term's definition, else the text around the rarest word, else what the page is about. */
function excerpt(page, keywords, anchor) {
  const place = page.getElementById(anchor.slice(1)) ?? page.querySelector("article.bd-article") ?? page.body;
  if (place.localName === "dt") return `${place.textContent}: ${place.parentElement.querySelector(`#${place.id} ~ dd`)?.textContent ?? ""}`;
  const text = place.textContent.replace(/\s+/g, " ");
  const lower = text.toLowerCase();
  const times = (word) => lower.split(word).length - 1;
  const rarest = [...keywords].filter((word) => lower.includes(word)).sort((a, b) => times(a) - times(b))[0];
  if (!rarest) return page.querySelector("meta[name=description]")?.content ?? "";
  const start = Math.max(lower.indexOf(rarest) - CONTEXT, 0);
  const end = Math.min(start + 2 * CONTEXT, text.length);
  return `${start ? "…" : ""}${text.slice(start, end).trim()}${end < text.length ? "…" : ""}`;
}

Search.makeSearchSummary = (page, keywords, anchor) => {
  const summary = document.createElement("p");
  summary.className = "context";
  summary.textContent = excerpt(readable(page), keywords, anchor.replace(/^\?[^#]*/, ""));
  return summary;
};

Documentation.addTranslations({
  locale: "en",
  plural_expr: "n != 1",
  messages: {
    "Search finished, found ${resultCount} page(s) matching the search query.": "Results: ${resultCount}",
    "Your search did not match any documents. Please make sure that all words are spelled correctly and that you've selected enough categories.":
      "Nothing found. Try fewer words, or another word for the same thing.",
  },
});
