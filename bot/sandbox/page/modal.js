// Modals, at most three deep, and the confirm dialog. The browser's <dialog> keeps focus inside.
import { Form, html, useContext, useEffect, useLayoutEffect, useRef, Workspace } from "./lib.js";
import { Blocks } from "./blocks/block.js";
import { useForm } from "./form.js";
import { suggestions } from "./message.js";
import { plain, Text } from "./mrkdwn.js";
import { confirm, perform, submit } from "./acting.js";
import { store } from "./state.js";

export function ModalStack({ state }) {
  const top = state.stack.at(-1);
  if (!top) return null;
  const close = () => perform("close_view", { view_id: top.id });
  return html`<${Dialog} label=${plain(top.title)} onCancel=${close}>
    ${state.stack.map(
      (view, index) => html`<${Modal} key=${view.id} view=${view} depth=${index} hidden=${view !== top}
      errors=${state.errors[view.id]} waiting=${state.waiting > 0} close=${close} />`,
    )}
  <//>`;
}

function Dialog({ label, onCancel, children, className = "modal" }) {
  const box = useRef();
  useLayoutEffect(() => {
    const before = document.activeElement;
    box.current.showModal();
    return () => before?.isConnected && before.focus();
  }, []);
  const cancel = (event) => {
    event.preventDefault();
    onCancel();
  };
  // A browser may close a dialog for good on the second Escape; the workspace decides whether it is gone.
  const closed = () => {
    onCancel();
    if (box.current?.isConnected) box.current.showModal();
  };
  return html`<dialog ref=${box} class=${className} aria-label=${label} onCancel=${cancel} onClose=${closed}>${children}</dialog>`;
}

function Modal({ view, depth, hidden, errors, waiting, close }) {
  const { t } = useContext(Workspace);
  const body = useRef();
  const form = useForm(
    view.blocks,
    { view_id: view.id },
    { errors, confirm, click: (given) => perform("click", given), suggest: suggestions },
  );
  const send = (event) => {
    event.preventDefault();
    submit(view.id, form.values);
  };
  useEffect(() => {
    if (!hidden)
      (
        body.current.querySelector("[autofocus]") ?? body.current.querySelector("input, select, textarea")
      )?.focus();
  }, [hidden]);
  useEffect(() => {
    body.current.querySelector(".wrong .control, .wrong input")?.focus();
  }, [errors]);
  const known = new Set(view.blocks.map((block) => block.block_id));
  const general = Object.entries(errors ?? {}).filter(([id]) => !known.has(id));
  return html`<form class="modal-form" hidden=${hidden} onSubmit=${send} novalidate aria-busy=${waiting}>
    <div class="title-bar"><h2>${plain(view.title)}</h2>${depth > 0 && html`<span class="hint">${t("modal.step", { n: depth + 1 })}</span>`}
      <button type="button" class="btn icon" aria-label=${t("modal.close")} onClick=${close}>×</button></div>
    <div class="modal-body" ref=${body}>
      ${general.map(([id, words]) => html`<p class="alert error" role="alert" key=${id}><span class="alert-mark" aria-hidden="true">!</span>${words}</p>`)}
      <${Form.Provider} value=${form}><${Blocks} blocks=${view.blocks} /><//>
    </div>
    <div class="modal-foot">
      <span class="hint" role="status">${waiting && html`<span class="spinner"></span>${t("modal.sending")}`}</span>
      <button type="button" class="btn" onClick=${close}>${plain(view.close) || t("modal.cancel")}</button>
      ${view.submit && html`<button class="btn primary" disabled=${waiting}>${plain(view.submit)}</button>`}
    </div>
  </form>`;
}

export function ConfirmDialog({ ask }) {
  const { t } = useContext(Workspace);
  if (!ask) return null;
  const answer = (yes) => {
    store.set({ ask: null });
    ask.answer(yes);
  };
  const { title, text, confirm: yes, deny, style } = ask.words;
  return html`<${Dialog} label=${plain(title)} className="modal confirm" onCancel=${() => answer(false)}>
    <div class="title-bar"><h2>${plain(title)}</h2></div>
    <div class="modal-body"><${Text} of=${text} /></div>
    <div class="modal-foot"><span></span>
      <button type="button" class="btn" onClick=${() => answer(false)}>${plain(deny) || t("confirm.no")}</button>
      <button type="button" class="btn ${style ?? "primary"}" onClick=${() => answer(true)}>${plain(yes) || t("confirm.yes")}</button>
    </div>
  <//>`;
}
