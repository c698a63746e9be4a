const told: Record<string, string> = {
  'nhan-xem': 'Bạn đang xem hồ sơ này. Đồng nghiệp thấy tên bạn ở đây.',
  'kiem-tra': 'Đã ghi kết quả kiểm tra.',
  'khong-khop': 'Đã ghi là không khớp. Hộ đọc được lý do.',
  duyet: 'Đã duyệt hồ sơ. Hộ được báo tin và bán hàng được ngay.',
  'duyet-cho': 'Đã duyệt hồ sơ. Hộ được báo tin; bán hàng được khi xong các việc còn lại.',
  'tra-lai': 'Đã trả lại hồ sơ. Hộ được báo tin kèm lý do từng mục.',
  'tam-ngung': 'Gian hàng tạm ngừng. Hàng của gian hàng không còn hiện trên chợ.',
  'bao-tam-ngung': 'Đã báo trước việc tạm ngừng. Hộ được báo tin kèm lý do và ngày tạm ngừng.',
  'mo-lai': 'Gian hàng được mở lại. Hàng đang đăng hiện trở lại trên chợ.',
  dong: 'Đã đóng gian hàng. Hộ được báo tin kèm lý do.',
  'doi-ten': 'Đã đồng ý đổi tên. Người mua thấy tên mới.',
  'khong-doi': 'Đã từ chối việc đổi tên. Tên cũ giữ nguyên.',
  'thoi-tam-ngung': 'Đã bỏ việc tạm ngừng sắp tới. Hộ được báo tin.',
};

/** What a decision came to, told on the page it leads to; nothing for what no decision says. */
export const decidedWords = (done: string): string | undefined => (Object.hasOwn(told, done) ? told[done] : undefined);

/** Back to the queue after a decision: it says what was decided and leads to the application that waits longest. */
export const toQueue = (decided: string, done: string): string =>
  `/ho-so?${new URLSearchParams({ xong: done, truoc: decided })}`;
