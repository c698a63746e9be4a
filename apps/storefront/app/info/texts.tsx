import type { ReactNode } from 'react';

interface Policy {
  title: string;
  summary: string;
  /** Counted up with every change of meaning, so that it can be said which text somebody agreed to. */
  version: number;
  since: string;
  Text: () => ReactNode;
}

const Rules = () => (
  <>
    <h2>Ai bán ở đây</h2>
    <p>
      Người bán là hộ gia đình và hợp tác xã. Hồ sơ của mỗi người bán được cán bộ của xã nơi họ sản xuất xem và duyệt
      trước khi hàng hiện ra với người mua. Chợ Phiên không mua đứt rồi bán lại: hợp đồng mua bán là giữa bạn và người
      bán.
    </p>
    <h2>Giá và đặt hàng</h2>
    <ul>
      <li>
        Giá ghi trên trang là giá của một đơn vị hàng, chưa gồm tiền giao. Tổng tiền có cả tiền giao hiện ra trước khi
        bạn bấm “Đặt hàng”.
      </li>
      <li>
        Giá hoặc tiền giao đổi trước khi bạn bấm thì đơn không được nhận, và trang hiện số mới để bạn quyết định lại.
      </li>
      <li>
        Đơn trả trước qua VNPay được giữ hàng đến giờ ghi ở trang thanh toán. Quá giờ mà chưa trả, hàng được trả lại cho
        người bán.
      </li>
    </ul>
    <h2>Huỷ và trả hàng</h2>
    <ul>
      <li>Người mua huỷ được cả đơn khi chưa kiện nào đóng gói.</li>
      <li>Người bán từ chối được khi chưa nhận đơn, và phải ghi lý do. Tiền đã trả được hoàn lại.</li>
      <li>Kiện hàng lạnh bị quá nhiệt độ sẽ được giữ lại. Cán bộ xem hàng rồi mới cho giao tiếp.</li>
    </ul>
    <h2>Người bán cam kết</h2>
    <ul>
      <li>Ảnh là ảnh hàng thật; tên, giá, nơi làm ra và ngày thu hoạch ghi đúng.</li>
      <li>Không bán hàng cấm, hàng giả, hàng không rõ nguồn gốc.</li>
      <li>Giữ hàng đúng cách đã ghi cho đến khi giao.</li>
    </ul>
    <p>Vi phạm thì cán bộ xã có thể tạm ngừng gian hàng, ghi rõ lý do cho người bán biết.</p>
  </>
);

const PersonalData = () => (
  <>
    <h2>Chúng tôi giữ gì, để làm gì</h2>
    <ul>
      <li>
        Người mua: tên, số điện thoại, địa chỉ nhận hàng và đơn đã đặt. Dùng để giao hàng, báo tin về đơn và giải quyết
        khi có việc.
      </li>
      <li>
        Người bán: tên, số điện thoại, xã, thôn bản, địa chỉ, loại hàng và đơn đã bán. Dùng để duyệt hồ sơ, bán hàng và
        tính số liệu chung của xã.
      </li>
      <li>
        Mọi người: mã phiên đăng nhập và giỏ hàng, nằm trong cookie của máy bạn. Không có mã theo dõi, không có quảng
        cáo, không có bên thứ ba nào được nhúng vào trang.
      </li>
    </ul>
    <h2>Ai thấy</h2>
    <ul>
      <li>Người bán thấy tên, số điện thoại và địa chỉ của người mua trong đơn gửi đến mình.</li>
      <li>Cán bộ xã thấy hồ sơ người bán của xã mình. Mỗi lần xem được ghi lại: ai xem, lúc nào, để làm gì.</li>
      <li>
        Người quét mã trên gói hàng thấy tên gian hàng, xã, ngày thu hoạch và nhiệt độ. Không thấy số điện thoại, địa
        chỉ nhà, giá hay người mua.
      </li>
      <li>
        VNPay nhận mã đơn và số tiền khi bạn chọn trả qua VNPay. Đơn vị gửi tin nhắn nhận số điện thoại để gửi tin.
      </li>
    </ul>
    <h2>Quyền của bạn</h2>
    <p>
      Bạn có quyền biết, xem, sửa, rút lại sự đồng ý, xin xoá dữ liệu của mình, và khiếu nại. Hãy đến bộ phận một cửa
      của uỷ ban nhân dân xã nơi bạn ở, hoặc liên hệ cơ quan quản lý Chợ Phiên của tỉnh. Rút lại sự đồng ý không làm mất
      hiệu lực của việc đã làm trước đó; chứng từ mua bán phải giữ theo luật kế toán và thuế thì được giữ đến hết hạn
      luật định.
    </p>
    <p>
      Căn cứ: Luật Bảo vệ dữ liệu cá nhân số 91/2025/QH15. Việc đồng ý khi đăng ký bán là do bạn tự đánh dấu, không có ô
      nào được đánh dấu sẵn.
    </p>
  </>
);

/** Its criteria are dated rows that search itself goes by: the page reads them (ranking.tsx). */
const Ranking = () => <p>Tiêu chí xếp hàng hoá có trang riêng.</p>;

const Returns = () => (
  <>
    <h2>Khi nhận hàng</h2>
    <ul>
      <li>Hàng không đúng như đã ghi thì bạn có quyền không nhận kiện hàng.</li>
      <li>
        Kiện hàng lạnh bị quá nhiệt độ trên đường được giữ lại. Cán bộ xem hàng rồi mới cho giao tiếp, hoặc cho trả về.
      </li>
    </ul>
    <h2>Huỷ đơn</h2>
    <ul>
      <li>Bạn huỷ được cả đơn khi chưa kiện nào đóng gói, ở trang đơn hàng.</li>
      <li>Tiền đã trả trước được hoàn theo đúng cách đã trả.</li>
    </ul>
    <h2>Nhận rồi mới thấy hàng hỏng</h2>
    <p>
      Hãy giữ ảnh chụp hàng và gửi <a href="/ho-tro/moi">yêu cầu hỗ trợ</a>, ghi mã đơn. Cán bộ đọc và trả lời; không
      việc nào do máy tự quyết định.
    </p>
  </>
);

const Complaints = () => (
  <>
    <ul>
      <li>
        <a href="/khieu-nai">Gửi khiếu nại</a> về một đơn hàng hoặc một người bán: mỗi khiếu nại có số, có cán bộ xã
        giải quyết và có hạn quyết định, không quá 07 ngày làm việc. Quá hạn thì tỉnh xem. Chưa đồng ý, bạn mở lại được
        một lần.
      </li>
      <li>Gọi số giúp đỡ ở cuối mỗi trang, nếu có ghi.</li>
      <li>Đến bộ phận một cửa của uỷ ban nhân dân xã nơi người bán sản xuất.</li>
    </ul>
    <p>
      Chợ Phiên giúp hai bên nói chuyện với nhau trước. Không xong thì bạn có quyền khiếu nại đến cơ quan bảo vệ người
      tiêu dùng, hoà giải, trọng tài hoặc toà án, theo Luật Bảo vệ quyền lợi người tiêu dùng số 19/2023/QH15.
    </p>
    <p>
      Cơ quan nhà nước yêu cầu thông tin hoặc tạm ngừng một gian hàng thì văn bản được ghi lại, người xử lý được ghi
      tên, và người bán được biết lý do.
    </p>
  </>
);

const Payment = () => (
  <>
    <p>
      Tổng tiền, có cả tiền giao, hiện ra trước khi bạn bấm “Đặt hàng”. Trang đặt hàng ghi rõ các cách trả của đơn đó.
    </p>
    <ul>
      <li>Trả tiền khi nhận hàng: người giao thu đúng số tiền ghi trên đơn.</li>
      <li>
        Trả trước qua VNPay: bạn trả trên trang của VNPay, chúng tôi không thấy số thẻ. Quá giờ ghi ở trang thanh toán
        mà chưa trả, hàng được trả lại cho người bán.
      </li>
      <li>Chuyển khoản bằng mã VietQR, khi trang đặt hàng có ghi: mã đã có sẵn số tiền và nội dung chuyển.</li>
      <li>Đơn bị huỷ hay bị từ chối thì tiền đã trả được hoàn lại.</li>
    </ul>
  </>
);

const Shipping = () => (
  <>
    <ul>
      <li>
        Mỗi người bán gửi hàng của mình. Hàng của một người bán, cùng một cách giữ, đi chung một kiện; một đơn có thể
        gồm nhiều kiện.
      </li>
      <li>Tiền giao tính cho từng kiện, theo nơi gửi, xã nhận và cách giữ hàng. Bạn thấy số tiền này trước khi đặt.</li>
      <li>
        Hàng giữ lạnh và đông lạnh đi kèm máy đo nhiệt độ. Số đo hiện ở trang đơn hàng và ở trang nguồn gốc của kiện.
      </li>
      <li>Lúc máy đo không có số liệu, chúng tôi ghi là “không rõ”, không coi là đạt.</li>
      <li>Trả tiền khi nhận hàng: người giao thu đúng số tiền ghi trên đơn.</li>
      <li>Tra đơn bất cứ lúc nào bằng mã đơn và số điện thoại, không cần tài khoản.</li>
    </ul>
  </>
);

/** The short texts people agree to or want to know, by the last part of their address. */
export const policies: Readonly<Record<string, Policy>> = {
  'quy-che': {
    title: 'Quy chế mua bán',
    summary: 'Ai bán, giá tính thế nào, huỷ và trả hàng ra sao.',
    version: 1,
    since: '2026-11-01',
    Text: Rules,
  },
  'du-lieu-ca-nhan': {
    title: 'Dữ liệu cá nhân',
    summary: 'Chúng tôi giữ gì về bạn, để làm gì, ai thấy, và bạn có quyền gì.',
    version: 1,
    since: '2026-11-01',
    Text: PersonalData,
  },
  'xep-hang': {
    title: 'Cách xếp hàng hoá',
    summary: 'Vì sao món này đứng trước món kia.',
    version: 1,
    since: '2026-11-01',
    Text: Ranking,
  },
  'thanh-toan': {
    title: 'Thanh toán',
    summary: 'Trả tiền bằng cách nào, lúc nào, và khi nào được hoàn.',
    version: 1,
    since: '2026-11-30',
    Text: Payment,
  },
  'doi-tra': {
    title: 'Huỷ và trả hàng',
    summary: 'Không nhận, huỷ đơn, hàng hỏng thì làm gì.',
    version: 1,
    since: '2026-11-30',
    Text: Returns,
  },
  'khieu-nai': {
    title: 'Khiếu nại',
    summary: 'Báo với ai, ai trả lời, không xong thì đi đâu.',
    version: 2,
    since: '2026-12-01',
    Text: Complaints,
  },
  'giao-hang': {
    title: 'Giao hàng',
    summary: 'Hàng đi thế nào, tiền giao tính ra sao, giữ lạnh đến đâu.',
    version: 1,
    since: '2026-11-01',
    Text: Shipping,
  },
};
