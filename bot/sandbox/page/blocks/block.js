// One block of a message, modal or Home tab. What is unknown or broken is said, never a crash.
import { html, useContext, useErrorBoundary, Workspace } from "../lib.js";
import { Actions, Context, Divider, Header, Picture, Section } from "./layout.js";
import { Alert } from "./alert.js";
import { Input } from "./input.js";
import { Markdown } from "./markdown.js";
import { RichText } from "./rich_text.js";
import { Table } from "./table.js";

const KINDS = {
  section: Section,
  header: Header,
  context: Context,
  actions: Actions,
  divider: Divider,
  image: Picture,
  input: Input,
  rich_text: RichText,
  table: Table,
  markdown: Markdown,
  alert: Alert,
};

export function Blocks({ blocks }) {
  return html`<div class="blocks">
    ${blocks.map((block, index) => html`<${Block} key=${block?.block_id ?? index} block=${block} />`)}
  </div>`;
}

function Block({ block }) {
  const { t } = useContext(Workspace);
  const [error] = useErrorBoundary();
  const Kind = KINDS[block?.type];
  if (error) return html`<p class="note">${t("block.broken", { type: String(block?.type) })}</p>`;
  if (!Kind) return html`<p class="note">${t("block.unknown", { type: String(block?.type) })}</p>`;
  return html`<${Kind} block=${block} />`;
}
