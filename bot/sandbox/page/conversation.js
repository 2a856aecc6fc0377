// A channel or the conversation with the app: title, messages, the line to type in.
import { html, useContext, Workspace } from "./lib.js";
import { Composer } from "./composer.js";
import { MessageList } from "./message_list.js";

export function Conversation({ state }) {
  const { t, channels } = useContext(Workspace);
  const channel = channels.get(state.openId);
  const name = channel ? `#${channel.name}` : state.app.name;
  const messages = state.messages[state.openId];
  return html`<section class="conversation" aria-label=${name}>
    <div class="title-bar"><h1>${name}</h1>${channel?.topic?.value && html`<span class="topic">${channel.topic.value}</span>`}</div>
    <${MessageList} label=${t("list.messages", { name })} channel=${state.openId} messages=${state.reading === state.openId ? undefined : messages} />
    ${
      channel?.is_archived
        ? html`<p class="banner">${t("composer.archived")}</p>`
        : html`<${Composer} state=${state} label=${t("composer.label", { name })} channel=${state.openId} />`
    }
  </section>`;
}
