import { createInflate } from 'node:zlib';
import { Problem } from '@chophien/contracts';

/**
 * A conservative look at a PDF: it is taken only when all of it could be read. Nothing is drawn or run. Every compressed
 * stream is opened, because objects may hide in one, in pieces and never more than {@link mostInflated} in all, so that a
 * file made to unfold without end is refused and not unfolded.
 */

/** Bytes that all streams of one file may unfold to. */
const mostInflated = 200 * 1024 * 1024;

/** What makes a document more than a page to look at: scripts, programs, files inside, forms that send, locked documents. */
const forbidden = [
  '/JavaScript',
  '/Launch',
  '/EmbeddedFile',
  '/RichMedia',
  '/Rendition',
  '/SubmitForm',
  '/ImportData',
  '/XFA',
  '/Encrypt',
];
const longestName = 64;

/** Filters we do not undo; objects could hide behind them. Pictures' own (DCT, JPX, CCITT, JBIG2) hold no objects. */
const unreadableFilters = /\/(ASCII85Decode|ASCIIHexDecode|LZWDecode|RunLengthDecode|Crypt|A85|AHx|LZW|RL)\b/;

/** @throws Problem papers.unreadable with `why`, papers.too-large for more pages than `mostPages` */
export const judgePdf = async (bytes: Uint8Array, mostPages: number): Promise<void> => {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
  if (!/^%PDF-[12]\.\d/.test(text)) throw refused('not a PDF');
  // Nothing may follow the end: a second file glued behind is somebody's trick.
  const end = text.slice(-1_024);
  if (!/startxref\s+\d+\s+%%EOF\s*$/.test(end)) throw refused('cut short, or something follows its end');
  const seen = new Seen(mostPages);
  seen.look(text);
  let left = mostInflated;
  for (const { dictionary, data } of streamsOf(text)) {
    if (unreadableFilters.test(dictionary) || /\/Filter\s+\d+\s+\d+\s+R/.test(dictionary)) throw refused('a filter');
    if (/\/(FlateDecode|Fl)\b/.test(dictionary)) left = await inflate(bytes.subarray(data.from, data.to), left, seen);
  }
  if (seen.pages === 0) throw refused('no pages');
};

const refused = (why: string): Problem => new Problem('papers.unreadable', { why });

/** What was met so far. */
class Seen {
  pages = 0;
  private readonly mostPages: number;

  constructor(mostPages: number) {
    this.mostPages = mostPages;
  }

  /** Names may be written with `#` and two hexadecimal digits for a letter. */
  look(text: string, countFrom = 0): void {
    const plain = text.replace(/#([0-9a-fA-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
    const found = forbidden.find((name) => plain.includes(name));
    if (found) throw refused(found);
    for (const match of plain.matchAll(/\/Type\s*\/Page(?![A-Za-z])/g)) {
      if (match.index + match[0].length > countFrom) this.pages++;
    }
    if (this.pages > this.mostPages) throw new Problem('papers.too-large', { pdfPages: this.mostPages });
  }
}

interface Stream {
  dictionary: string;
  data: { from: number; to: number };
}

/** Each stream with the dictionary before it, in their order. */
function* streamsOf(text: string): Generator<Stream> {
  const begins = /\bstream(\r\n|\n)/g;
  for (let begin = begins.exec(text); begin; begin = begins.exec(text)) {
    const from = begin.index + begin[0].length;
    const object = text.lastIndexOf(' obj', begin.index);
    const dictionary = text.slice(Math.max(object, 0), begin.index);
    const length = Number(/\/Length\s+(\d+)(?!\s+\d+\s+R)/.exec(dictionary)?.[1] ?? Number.NaN);
    const stated = from + length;
    const rightLength = Number.isSafeInteger(length) && /^\s*endstream/.test(text.slice(stated, stated + 16));
    const to = rightLength ? stated : text.indexOf('endstream', from);
    if (to < 0) throw refused('a stream without end');
    yield { dictionary, data: { from, to } };
    begins.lastIndex = to + 'endstream'.length;
  }
}

/** Unfolds one stream piece by piece and looks at each; answers how many bytes may still come. */
const inflate = async (data: Uint8Array, left: number, seen: Seen): Promise<number> => {
  const unfolding = createInflate({ chunkSize: 64 * 1024 });
  unfolding.end(data);
  let carried = '';
  try {
    for await (const part of unfolding as AsyncIterable<Buffer>) {
      left -= part.length;
      if (left < 0) throw refused('unfolds without end');
      seen.look(carried + part.toString('latin1'), carried.length);
      carried = (carried + part.toString('latin1')).slice(-longestName);
    }
  } catch (error) {
    if (error instanceof Problem) throw error;
    throw refused('a stream that cannot be unfolded');
  } finally {
    unfolding.destroy();
  }
  return left;
};
