/** What lies on this phone and is not with the server yet, shown by the script on the pages of whoever sells. */
export const PhoneQueue = () => (
  <>
    <section aria-label="Trên máy này" data-queue="" className="grid gap-3" hidden>
      <h2 role="status" data-slot="told" />
      <ul className="grid gap-3" data-slot="entries" />
      <p>
        <button type="button" className="button" data-go="send">
          Gửi ngay
        </button>
      </p>
    </section>
    <template id="t-entry">
      <li className="panel grid gap-2">
        <p className="flex flex-wrap items-center gap-2">
          <span data-slot="state" />
          <b data-slot="what" />
        </p>
        <p className="field-hint empty:hidden" data-slot="photos" />
        <p className="field-wrong empty:hidden" data-slot="said" />
        <p className="flex flex-wrap gap-2">
          <a className="button" data-slot="open">
            Làm tiếp
          </a>
          <button type="button" className="button" data-go="again" hidden>
            Gửi lại
          </button>
          <button type="button" className="button button-warn" data-go="drop">
            Bỏ
          </button>
        </p>
      </li>
    </template>
  </>
);
