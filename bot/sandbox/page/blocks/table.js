import { html, useContext, Workspace } from "../lib.js";
import { Text } from "../mrkdwn.js";
import { RichText } from "./rich_text.js";

export function Table({ block }) {
  const { t } = useContext(Workspace);
  const [head, ...rows] = block.rows;
  const align = (column) => ({ textAlign: block.column_settings?.[column]?.align ?? "left" });
  return html`<div class="table-box" tabindex="0" role="region" aria-label=${t("block.table")}><table>
    <thead><tr>${head.map((cell, column) => html`<th scope="col" style=${align(column)}><${Cell} cell=${cell} /></th>`)}</tr></thead>
    <tbody>${rows.map((row) => html`<tr>${row.map((cell, column) => html`<td style=${align(column)}><${Cell} cell=${cell} /></td>`)}</tr>`)}</tbody>
  </table></div>`;
}

function Cell({ cell }) {
  if (cell.type === "rich_text") return html`<${RichText} block=${cell} />`;
  if (cell.type === "mrkdwn" || cell.type === "plain_text") return html`<${Text} of=${cell} />`;
  return String(cell.text ?? cell.value ?? "");
}
