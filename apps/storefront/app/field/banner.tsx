/** Whose matters these are, on every screen about a household. Without one: the phone fills it in. */
export const Banner = ({ head, place }: { head?: string | undefined; place?: string | null | undefined }) => (
  <p className="note note-warn sticky top-0 z-10" data-slot="banner">
    {head !== undefined && (
      <>
        Đang nhập hộ: <b>{head}</b>
        {place && `, ${place}`}
      </>
    )}
  </p>
);
