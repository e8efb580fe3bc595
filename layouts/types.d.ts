// What the scripts of layouts/assets/js share: their types, and the modules that the build makes. Only `tsc` reads this;
// what belongs to one script has its type there.

declare module "*/routes.js" {
  /** Names of folders at the site's root, which say nothing about what is in them. */
  export const FOLDERS: readonly string[];
  export const root: URL;
  /** The address of a row of ROUTES, relative to the site's root. */
  export function url(name: ScriptRoute, ...parts: (string | number)[]): string;
  export function link(name: ScriptRoute, ...parts: (string | number)[]): URL;
}

declare module "*/tables.js" {
  export const WORK_TYPES: readonly WorkType[];
  export const PARTICLES: readonly string[];
  export const MONTHS: readonly string[];
}

/** The rows of ROUTES that scripts ask for. */
type ScriptRoute = "asset" | "authors" | "data" | "page" | "paper" | "paper_json" | "papers" | "search" | "tags" | "venues";

/** A row of WORK_TYPES: generator/papershelf/model/work_type.py says what each field is. */
interface WorkType {
  readonly csl: string;
  readonly genre: string;
  readonly citation: "journal" | "in-book" | "preprint" | "thesis" | "report" | "book" | "other";
  readonly remark: string;
  readonly bibtex: string;
  readonly bibtexType: string;
  readonly bibtexContainer: string;
  readonly bibtexFields: readonly (readonly [field: string, variable: CslText])[];
  readonly bibtexPages: boolean;
  readonly bibtexVersion: boolean;
  readonly bibtexEvent: boolean;
  readonly ris: string;
  readonly risContainer: string;
  readonly risNumber: string;
}

/** Variables of CSL that hold a text. */
type CslText =
  | "DOI" | "ISBN" | "ISSN" | "URL" | "abstract" | "citation-key" | "collection-title" | "container-title" | "edition"
  | "event-place" | "event-title" | "genre" | "issue" | "keyword" | "language" | "note" | "number" | "original-title"
  | "page" | "publisher" | "publisher-place" | "status" | "title-short" | "version" | "volume";

interface CslItem extends Partial<Record<CslText, string>> {
  id: string;
  type: string;
  title: string;
  author?: CslName[];
  editor?: CslName[];
  issued: CslDate;
  "event-date"?: CslDate;
  /** Fields for which CSL has no variable. */
  custom?: Partial<Record<"article_number" | "arxiv" | "bibtex" | "pdf" | "subtitle" | "tex", string>>;
}

type CslName =
  | { literal: string; family?: undefined; given?: undefined; suffix?: undefined }
  | { literal?: undefined; family: string; given: string; suffix?: string };

/** [year, month, day] of the first day, and of the last where there are two; months and days may be absent. */
interface CslDate {
  "date-parts": number[][];
}

/** A format of citations: `suffix` and `type` are its file's, absent where copying is all there is to do. */
interface CitationFormat {
  name: string;
  write: (item: CslItem) => string;
  suffix?: string;
  type?: string;
}

/** A paper as lists show it. */
interface ListedPaper {
  id: string;
  title: string;
  authors: string[];
  venue: string;
  date: string;
}

/** A paper on the reading list. */
interface ShelfEntry extends ListedPaper {
  /** The day on which it was added. */
  saved: string;
  read: boolean;
  note: string;
}

/** What a page asks the worker of the search engine: `base` is the address of its files. */
interface SearchQuestion {
  id: number;
  base: string;
  text: string;
  options: import("./assets/js/search/engine.js").SearchOptions;
}

/** What that answers, or a sentence for the reader on why it cannot. */
interface SearchReply {
  id: number;
  result?: import("./assets/js/search/engine.js").Answer;
  error?: string;
}

/** What is asked on the search page. */
interface SearchState {
  q: string;
  page: number;
  sort: string;
  year: [from: number, to: number] | null;
  venue: string[];
  tag: string[];
  has: string[];
}

/** Changes what is asked on the search page. */
type Choose = (changes: Partial<SearchState>) => void;

/** Attributes and listeners of an element that is made. */
interface ElementProperties {
  change?: (event: Event) => void;
  click?: (event: MouseEvent) => void;
  input?: (event: Event) => void;
  keydown?: (event: KeyboardEvent) => void;
  [attribute: string]: string | number | boolean | URL | null | undefined | ((event: never) => void);
}

type ElementChild = Node | string | false | null | undefined;
