// A thread beside the conversation. Slash commands do not work here, as in Slack.
import { html, useContext, Workspace } from "./lib.js";
import { Composer } from "./composer.js";
import { MessageList } from "./message_list.js";
import { Panel } from "./panel.js";

export function Thread({ state }) {
  const { t } = useContext(Workspace);
  const { ts } = state.panel;
  const messages = (state.messages[state.openId] ?? []).filter(
    (one) => one.ts === ts || one.thread_ts === ts,
  );
  return html`<${Panel} title=${t("thread.title")}>
    ${messages.length === 0 ? html`<p class="empty">${t("thread.gone")}</p>`
      : html`<${MessageList} label=${t("thread.title")} channel=${state.openId} messages=${messages} inThread />`}
    <${Composer} state=${state} label=${t("composer.thread")} channel=${state.openId} threadTs=${ts} />
  <//>`;
}
