import type { MyListing } from '@chophien/contracts';
import type { Tone } from '@chophien/ui';
import { hiddenWords } from './hidden-words.ts';

interface Told {
  word: string;
  tone: Tone;
  /** What that means for her, where the word alone does not say it. */
  more?: string;
}

/** Where one of my listings stands, as its seller reads it. */
export const toldState = (listing: MyListing): Told => {
  const { state, hiddenBy, window, visible, available } = listing;
  if (state === 'in_review') {
    return { word: 'Đang chờ duyệt', tone: 'wait', more: 'Cán bộ xã xem xong là người mua thấy món này.' };
  }
  if (state === 'returned') return { word: 'Cần sửa', tone: 'bad', more: 'Sửa xong gửi lại là được xem tiếp.' };
  if (state === 'withdrawn') return { word: 'Đã thôi bán', tone: 'quiet' };
  if (hiddenBy.length > 0) return { word: `Đang ẩn: ${hiddenBy.map(hiddenWords).join('; ')}`, tone: 'bad' };
  if (window === 'ended') return { word: 'Hết mùa bán', tone: 'quiet', more: 'Mùa sau đăng lại, ảnh và chữ vẫn còn.' };
  if (!visible) return { word: 'Chưa hiện', tone: 'wait', more: 'Gian hàng chưa mở nên người mua chưa thấy.' };
  if (window === 'upcoming') return { word: 'Chưa tới ngày bán', tone: 'wait' };
  return available > 0 ? { word: 'Đã lên sàn', tone: 'good' } : { word: 'Hết hàng', tone: 'bad' };
};

/** What of an edit waits, or came back. */
export const toldEdit = ({ review }: MyListing): Told | undefined => {
  if (review?.of !== 'edit') return undefined;
  return review.state === 'returned'
    ? { word: 'Chỗ sửa bị trả lại', tone: 'bad' }
    : { word: 'Chỗ sửa đang chờ duyệt', tone: 'wait', more: 'Người mua vẫn thấy bản cũ cho tới khi duyệt xong.' };
};

/** Whether it can go on sale again with one tap. */
export const mayRelist = ({ state, window }: MyListing): boolean =>
  state === 'withdrawn' || (state === 'published' && window === 'ended');
