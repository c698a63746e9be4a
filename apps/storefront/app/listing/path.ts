/** The screens of the listing form, by the last part of their address; one thing to answer on each. */
export const steps = [
  'anh',
  'mon',
  'ten',
  'che-bien',
  'gia',
  'so-luong',
  'ngay',
  'thu-hoach',
  'nguon-goc',
  'nhan',
  'ban-tu',
  'cach-giu',
  'giao',
  'giay',
  'chon-them',
  'mo-ta',
  'xem-lai',
] as const;
export type Step = (typeof steps)[number];

export const titles: Record<Step, string> = {
  anh: 'Chụp ảnh món hàng',
  mon: 'Đây là món gì?',
  ten: 'Gọi tên món thế nào?',
  'che-bien': 'Hàng tươi hay đã chế biến?',
  gia: 'Bán giá bao nhiêu?',
  'so-luong': 'Có bao nhiêu để bán?',
  ngay: 'Đón khách ngày nào?',
  'thu-hoach': 'Thu hoạch khi nào?',
  'nguon-goc': 'Hàng từ đâu ra?',
  nhan: 'Trên nhãn ghi gì?',
  'ban-tu': 'Bán từ ngày nào đến ngày nào?',
  'cach-giu': 'Giữ hàng thế nào?',
  giao: 'Giao hàng tới đâu?',
  giay: 'Có giấy chứng nhận không?',
  'chon-them': 'Nói rõ hơn về món này',
  'mo-ta': 'Kể thêm về món này',
  'xem-lai': 'Xem lại rồi đăng bán',
};

export const FORM = '/ban-hang/dang-ban';
export const MINE = '/ban-hang/san-pham';

export const stepOf = (word: string | undefined): Step | undefined => steps.find((step) => step === (word || 'anh'));

/** A screen of one listing on its way; `edits` comes back to the check page. */
export const stepPath = (step: Step, id: string, edits = false): string =>
  `${FORM}${step === 'anh' ? '' : `/${step}`}?nhap=${id}${edits ? '&sua=1' : ''}`;
