/**
 * Where the 34 provinces are administered from since 1 July 2025, to say which is nearer. Degrees to about a kilometre are
 * enough for that. Never edited once it is on main.
 */
const seat = (province: string, name: string, latitude: number, longitude: number) => ({
  province,
  seat: name,
  latitude,
  longitude,
});

export const seats = {
  validFrom: '2025-07-01',
  source:
    'Trung tâm hành chính theo Nghị quyết 202/2025/QH15; tọa độ trung tâm đô thị (WGS 84, làm tròn 0,01 độ); khoảng cách đường chim bay',
  rows: [
    seat('01', 'Hà Nội', 21.03, 105.85),
    seat('04', 'Cao Bằng', 22.67, 106.26),
    seat('08', 'Tuyên Quang', 21.82, 105.21),
    seat('11', 'Điện Biên Phủ', 21.39, 103.02),
    seat('12', 'Lai Châu', 22.39, 103.46),
    seat('14', 'Sơn La', 21.33, 103.91),
    seat('15', 'Yên Bái', 21.7, 104.87),
    seat('19', 'Thái Nguyên', 21.59, 105.84),
    seat('20', 'Lạng Sơn', 21.85, 106.76),
    seat('22', 'Hạ Long', 20.95, 107.08),
    seat('24', 'Bắc Giang', 21.27, 106.19),
    seat('25', 'Việt Trì', 21.32, 105.4),
    seat('31', 'Hải Phòng', 20.86, 106.68),
    seat('33', 'Hưng Yên', 20.65, 106.06),
    seat('37', 'Hoa Lư', 20.25, 105.97),
    seat('38', 'Thanh Hóa', 19.81, 105.78),
    seat('40', 'Vinh', 18.68, 105.68),
    seat('42', 'Hà Tĩnh', 18.34, 105.91),
    seat('44', 'Đồng Hới', 17.47, 106.62),
    seat('46', 'Huế', 16.46, 107.59),
    seat('48', 'Đà Nẵng', 16.05, 108.21),
    seat('51', 'Quảng Ngãi', 15.12, 108.8),
    seat('52', 'Quy Nhơn', 13.78, 109.22),
    seat('56', 'Nha Trang', 12.24, 109.19),
    seat('66', 'Buôn Ma Thuột', 12.67, 108.04),
    seat('68', 'Đà Lạt', 11.94, 108.44),
    seat('75', 'Biên Hòa', 10.95, 106.82),
    seat('79', 'Thành phố Hồ Chí Minh', 10.78, 106.7),
    seat('80', 'Tân An', 10.54, 106.41),
    seat('82', 'Mỹ Tho', 10.36, 106.36),
    seat('86', 'Vĩnh Long', 10.25, 105.97),
    seat('91', 'Rạch Giá', 10.01, 105.08),
    seat('92', 'Cần Thơ', 10.03, 105.78),
    seat('96', 'Cà Mau', 9.18, 105.15),
  ],
} as const;
