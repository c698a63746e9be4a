import { Form, Icon, Picture, Submit } from '@chophien/ui';
import { hereOf, Onwards, type ScreenProps } from './screen-parts.tsx';
import { shownPicture } from './shown-picture.ts';

/** The camera first: one picture is enough, six are the most. With the script each goes up on its own. */
export const Photos = (props: ScreenProps) => {
  const { answers, edits, refusal } = props;
  const pictures = answers.pictures ?? [];
  return (
    <>
      <form method="post" action={hereOf(props)} encType="multipart/form-data" data-photos="">
        <ul className="grid grid-cols-2 gap-3" data-slot="photos">
          {pictures.map((picture, index) => (
            <li key={picture.id} className="panel p-0 overflow-clip">
              <Picture picture={shownPicture(picture)} alt={`Ảnh ${index + 1}`} sizes="50vw" />
              <button className="as-link px-3" type="submit" name="bo" value={picture.id}>
                Bỏ ảnh {index + 1}
              </button>
            </li>
          ))}
        </ul>
      </form>
      <p role="status" className="field-hint empty:hidden" data-slot="sending" />
      <Form files action={hereOf(props)}>
        <div className={refusal?.fields.pictures ? 'field wrong' : 'field'}>
          <input
            className="input peer"
            id="pictures"
            name="pictures"
            type="file"
            accept="image/*"
            capture="environment"
            multiple
            aria-describedby="pictures-hint"
          />
          <label className="button button-main w-full mt-2 peer-focus-visible:outline-3" htmlFor="pictures">
            <Icon name="camera" /> <span data-slot="take">{pictures.length > 0 ? 'Chụp thêm ảnh' : 'Chụp ảnh'}</span>
          </label>
          <span className="field-hint" id="pictures-hint">
            Chụp nơi sáng, thấy rõ hàng thật. Từ 1 đến 6 ảnh; ảnh đầu là ảnh bìa.
          </span>
          {refusal?.fields.pictures && <p className="field-wrong">{refusal.fields.pictures}</p>}
        </div>
        <p className="field-hint" data-plain="">
          Có sẵn ảnh trong máy cũng được.
        </p>
        <Onwards edits={edits} />
        <Submit kind="plain" name="go" value="them" wide>
          Gửi ảnh này rồi chụp thêm
        </Submit>
      </Form>
    </>
  );
};
