// One message: who, when, what, and what can be done with it.
import { classes, Form, html, memo, useContext, useMemo, Workspace } from "./lib.js";
import { Blocks } from "./blocks/block.js";
import { emoji } from "./emoji.js";
import { Face } from "./faces.js";
import { useForm } from "./form.js";
import { Menu } from "./menu.js";
import { Mrkdwn } from "./mrkdwn.js";
import { act } from "./api.js";
import { attempt, confirm, perform } from "./acting.js";
import { store } from "./state.js";
import { fullMoment, timeOf } from "./time.js";

export const Message = memo(({ message, channel, joined, inThread }) => {
  const { t, viewer, app } = useContext(Workspace);
  const ms = Number(message.ts) * 1000;
  const kind = [joined && "joined", message.ephemeral_for && "ephemeral", message.notice && "notice"];
  return html`<article class=${classes("message", ...kind)} data-ts=${message.ts}>
    <div class="gutter">${joined ? html`<time class="mini-time">${timeOf(ms, viewer)}</time>` : html`<${Author} message=${message} />`}</div>
    <div class="message-body">
      ${message.ephemeral_for && html`<p class="only-you"><span aria-hidden="true">◌ </span>${t("message.only_you")}</p>`}
      ${
        !joined &&
        html`<p class="byline"><strong><${Name} message=${message} /></strong>${isBot(message, app) && html` <span class="tag">${t("message.app")}</span>`}
        <time datetime=${new Date(ms).toISOString()} title=${fullMoment(ms, viewer)}>${timeOf(ms, viewer)}</time></p>`
      }
      <${Content} message=${message} channel=${channel} />
      ${message.reactions?.length > 0 && html`<${Reactions} message=${message} channel=${channel} />`}
      ${
        !inThread &&
        message.reply_count > 0 &&
        html`<button type="button" class="replies" onClick=${() => openThread(message)}>
        ${message.reply_count === 1 ? t("thread.one") : t("thread.many", { n: message.reply_count })}</button>`
      }
    </div>
    ${!message.ephemeral_for && html`<${Actions} message=${message} channel=${channel} inThread=${inThread} />`}
  </article>`;
});

const openThread = (message) => store.set({ panel: { kind: "thread", ts: message.thread_ts ?? message.ts } });
const isBot = (message, app) => !message.notice && (message.bot_id || message.user === app.bot_user_id);

function Name({ message }) {
  const { t, people, app } = useContext(Workspace);
  if (message.notice) return t("message.workspace");
  if (message.username) return message.username;
  if (isBot(message, app)) return app.name;
  return people.get(message.user)?.name ?? t("message.deleted_user");
}

function Author({ message }) {
  const { people, app } = useContext(Workspace);
  return html`<${Face} user=${people.get(message.user)?.user} bot=${isBot(message, app) || message.notice} />`;
}

function Content({ message, channel }) {
  const { t } = useContext(Workspace);
  const blocks = useMemo(() => message.blocks ?? [], [message]);
  const form = useForm(
    blocks,
    { channel, message_ts: message.ts },
    {
      confirm,
      click: (body) => perform("click", body),
      suggest: (body) => suggestions(body),
    },
  );
  if (message.notice) return html`<${Notice} text=${message.text} />`;
  return html`<${Form.Provider} value=${form}>
    ${blocks.length > 0 ? html`<${Blocks} blocks=${blocks} />` : message.text && html`<${Mrkdwn} text=${message.text} />`}
    ${(message.attachments ?? []).map(
      (one) => html`<div class="attachment" style=${{ borderColor: colour(one.color) }}>
      ${one.blocks ? html`<${Blocks} blocks=${one.blocks} />` : html`<${Mrkdwn} text=${one.text ?? one.fallback} />`}</div>`,
    )}
    ${(message.files ?? []).map((file) => html`<${File} file=${file} />`)}
    ${message.edited && html`<span class="edited">${t("message.edited")}</span>`}
  <//>`;
}

// The workspace's own words for a failure, after a sentence in the reader's language.
function Notice({ text }) {
  const { t } = useContext(Workspace);
  const [code] = text.match(/operation_timeout|dispatch_failed|invalid_ack/) ?? [];
  return html`${code && html`<p>${t(`problem.${code}`)}</p>`}<div class=${code ? "hint" : ""}><${Mrkdwn} text=${text} /></div>`;
}

export async function suggestions(body) {
  const { options, option_groups } =
    (await attempt(() => act("options", { user: store.get().me.id, ...body }))) ?? {};
  return options?.length ? options : (option_groups ?? []).flatMap((group) => group.options);
}

const colour = (given) =>
  /^#?[0-9a-f]{6}$/i.test(given ?? "") ? `#${given.replace("#", "")}` : "var(--line-strong)";

function File({ file }) {
  const { t } = useContext(Workspace);
  const url = file.url_private ?? file.permalink ?? "";
  const picture = /^image\//.test(file.mimetype ?? "");
  if (!/^(https?:\/\/|\/)/.test(url))
    return html`<p class="file">${file.title ?? file.name ?? t("message.file")}</p>`;
  return html`<a class="file" href=${url} target="_blank" rel="noreferrer noopener">
    ${picture && html`<img src=${url} alt="" loading="lazy" />`}<span>${file.title ?? file.name ?? t("message.file")}</span></a>`;
}

function Reactions({ message, channel }) {
  const { people } = useContext(Workspace);
  const me = store.get().me.id;
  return html`<div class="reactions">${message.reactions.map(({ name, users, count }) => {
    const mine = users.includes(me);
    const names = users.map((id) => people.get(id)?.name ?? id).join(", ");
    return html`<button type="button" key=${name} class=${classes("chip", mine && "mine")} aria-pressed=${mine}
      title=${names} aria-label="${emoji(name)} ${count}, ${name}: ${names}"
      onClick=${() => perform("reaction", { channel, message_ts: message.ts, name, remove: mine })}>${emoji(name)} ${count}</button>`;
  })}</div>`;
}

function Actions({ message, channel, inThread }) {
  const { t, app } = useContext(Workspace);
  const shortcuts = (app.shortcuts ?? []).filter((one) => one.type === "message");
  const items = shortcuts.map((one) => ({
    label: one.name,
    run: () => perform("shortcut", { callback_id: one.callback_id, channel, message_ts: message.ts }),
  }));
  if (!inThread) items.unshift({ label: t("thread.reply"), run: () => openThread(message) });
  if (message.notice || items.length === 0) return null;
  return html`<div class="message-actions"><${Menu} label=${t("message.more")} items=${items} align="end">⋮<//></div>`;
}
