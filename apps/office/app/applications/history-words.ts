const words: Record<string, string> = {
  'producer.entered': 'Lập hồ sơ',
  'producer.taken-over': 'Hộ nhận lại gian hàng',
  'application.started': 'Bắt đầu hồ sơ',
  'application.submitted': 'Nộp hồ sơ',
  'application.taken': 'Nhận xem',
  'application.returned': 'Trả lại để bổ sung',
  'application.approved': 'Duyệt hồ sơ',
  'producer.approved': 'Duyệt hồ sơ',
  'producer.activated': 'Bán hàng được',
  'suspension.announced': 'Báo trước việc tạm ngừng',
  'suspension.dropped': 'Bỏ việc tạm ngừng',
  'producer.suspended': 'Tạm ngừng gian hàng',
  'producer.reinstated': 'Mở lại gian hàng',
  'producer.closed': 'Đóng gian hàng',
  'consent.given': 'Đồng ý',
  'consent.withdrawn': 'Rút lại đồng ý',
  'verification.decided': 'Kiểm tra',
  'requirement.lapsed': 'Một yêu cầu hết hiệu lực',
  'requirement.restored': 'Một yêu cầu có hiệu lực trở lại',
};

/** What happened to an application, in words; a thing without words is told as the API says it. */
export const historyWords = (what: string): string => (Object.hasOwn(words, what) ? words[what]! : what);
