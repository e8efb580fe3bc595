// Identifiers inside a query (arXiv, DOI, OpenReview, ACL, BibTeX keys, and addresses of these), which name one paper: the
// twin of generator/papershelf/search/known.py.

const EDGES = /^[<([{"']+|[>\]}"',.;:]+$/g;

/**
 * @param {string} token
 * @param {string[]} patterns
 */
function identifier(token, patterns) {
  for (const pattern of patterns) {
    const found = token.match(new RegExp(`^(?:${pattern})$`, "i"));
    if (found) return found[1].toLowerCase();
  }
  return "";
}

/**
 * The papers that a query names, in its order, what else it says, and identifiers that no paper has.
 * @param {string} text
 * @param {import("./files.js").Files} files
 */
export async function knownIn(text, files) {
  const { said, guessed, mark, most } = files.manifest.known;
  let guesses = 0;
  const tokens = await Promise.all(text.split(/\s+/).filter(Boolean).map(async (token) => {
    const cut = token.replace(EDGES, ""), bare = cut.includes("(") ? cut : cut.replace(/[).,;:]+$/, ""); // brackets belong to some DOIs
    const named = identifier(bare, said);
    const guess = named || guesses === most ? "" : identifier(bare, guessed);
    if (guess) guesses++;
    const term = mark + (named || guess), postings = named || guess ? (await files.postings([term])).get(term) : null;
    return { token, bare, named, papers: [...(postings?.papers ?? [])] };
  }));
  const papers = [...new Set(tokens.flatMap((each) => each.papers))];
  const unknown = tokens.filter(({ named, papers: found }) => named && !found.length).map(({ bare }) => bare);
  if (!papers.length && !unknown.length) return { papers, rest: text, unknown };
  return { papers, rest: tokens.filter((each) => !each.named && !each.papers.length).map(({ token }) => token).join(" "), unknown };
}
