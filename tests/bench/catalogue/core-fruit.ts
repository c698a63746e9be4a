/** `id | name | commodity | district and province before July 2025 | thousand đồng | unit, or what a pack holds | description` */
export const fruit = `
vai1 | Vải thiều Lục Ngạn chín đỏ | lychee | Lục Ngạn, Bắc Giang | 35 | kg | Cùi dày, hạt nhỏ, hái lúc sáng sớm, đóng thùng xốp kèm đá.
vai2 | Vải thiều Thanh Hà | lychee | Thanh Hà, Hải Dương | 40 | kg | Giống vải tổ, vỏ mỏng, ngọt thanh, quả nhỏ đều.
vai3 | Vải u hồng chín sớm Tân Yên | lychee | Tân Yên, Bắc Giang | 28 | kg | Chín trước vải chính vụ ba tuần, vị chua ngọt.
vai4 | Vải thiều sấy nguyên vỏ | dried_fruit | Lục Ngạn, Bắc Giang | 90 | 500 g | Sấy than hoa, long khỏi hạt, pha trà hay nấu chè đều được.
vai5 | Nước vải ép nguyên chất | juice | Lục Ngạn, Bắc Giang | 45 | 500 ml | Không thêm đường, uống lạnh giải khát.
nhan1 | Nhãn lồng Hưng Yên | longan | Tiên Lữ, Hưng Yên | 45 | kg | Cùi dày như bánh đa, giòn, thơm.
nhan2 | Nhãn chín muộn Khoái Châu | longan | Khoái Châu, Hưng Yên | 42 | kg | Chín sau chính vụ một tháng, quả to.
nhan3 | Long nhãn hạt sen | dried_fruit | Tiên Lữ, Hưng Yên | 220 | 500 g | Hạt sen lồng trong cùi nhãn sấy, nấu chè cúng hay làm quà.
nhan4 | Nhãn Sông Mã | longan | Sông Mã, Sơn La | 25 | kg | Nhãn miền núi, ngọt đậm, bán theo chùm.
man1 | Mận hậu Mộc Châu | soursop | Mộc Châu, Sơn La | 30 | kg | Mận giòn, chua nhẹ, phấn trắng, hái tại vườn bản Áng.
man2 | Mận tam hoa Bắc Hà | soursop | Bắc Hà, Lào Cai | 28 | kg | Ruột tím, giòn ngọt, chín tháng sáu.
man3 | Ô mai mận gừng | confectionery | Mộc Châu, Sơn La | 60 | 300 g | Mận ngâm gừng cay, ăn chống say xe.
dao1 | Đào Mẫu Sơn | soursop | Lộc Bình, Lạng Sơn | 50 | kg | Quả to, giòn ngọt, lông mịn.
dao2 | Đào mèo Mộc Châu | soursop | Mộc Châu, Sơn La | 35 | kg | Đào của người Mông, chua giòn, ngâm đường hay ngâm rượu.
xoai1 | Xoài cát Hòa Lộc | mango | Cái Bè, Tiền Giang | 85 | kg | Da vàng, thịt không xơ, thơm ngọt.
xoai2 | Xoài cát chu Cao Lãnh | mango | Cao Lãnh, Đồng Tháp | 45 | kg | Chín vàng, bao trái, trồng theo VietGAP.
xoai3 | Xoài keo xanh ăn giòn | mango | An Phú, An Giang | 25 | kg | Ăn sống chấm muối ớt, làm gỏi.
xoai4 | Xoài tròn Yên Châu | mango | Yên Châu, Sơn La | 30 | kg | Xoài bản địa, quả nhỏ, thơm đặc biệt.
xoai5 | Xoài sấy dẻo Cam Lâm | dried_fruit | Cam Lâm, Khánh Hòa | 75 | 200 g | Sấy dẻo ít đường, không phẩm màu.
sau1 | Sầu riêng Ri6 Cai Lậy | durian | Cai Lậy, Tiền Giang | 120 | kg | Cơm vàng, hạt lép, bao ăn từng trái.
sau2 | Sầu riêng Monthong Krông Pắc | durian | Krông Pắc, Đắk Lắk | 95 | kg | Trái to, cơm dày, ít xơ.
sau3 | Cơm sầu riêng đông lạnh | durian | Krông Pắc, Đắk Lắk | 290 | 500 g | Tách hạt, cấp đông nhanh, làm kem, làm bánh.
buoi1 | Bưởi da xanh Bến Tre | pomelo | Châu Thành, Bến Tre | 55 | kg | Tép hồng, ráo nước, không hạt.
buoi2 | Bưởi Năm Roi Bình Minh | pomelo | Bình Minh, Vĩnh Long | 40 | kg | Vỏ vàng, múi dễ tách, ngọt hậu chua.
buoi3 | Bưởi Diễn | pomelo | Chương Mỹ, Hà Nội | 35 | trai | Quả nhỏ da vàng óng, để được qua Tết.
buoi4 | Bưởi Phúc Trạch | pomelo | Hương Khê, Hà Tĩnh | 50 | trai | Tép trắng hồng, thanh mát, tháng tám.
buoi5 | Bưởi Đoan Hùng | pomelo | Đoan Hùng, Phú Thọ | 30 | trai | Bưởi Bằng Luân, mọng nước, để nửa năm vẫn ngon.
buoi6 | Tinh dầu vỏ bưởi xịt tóc | handicraft | Châu Thành, Bến Tre | 95 | 100 ml | Chưng cất từ vỏ bưởi, mọc tóc, giảm rụng.
cam1 | Cam Cao Phong | orange | Cao Phong, Hòa Bình | 40 | kg | Cam lòng vàng, mọng, ngọt đậm.
cam2 | Cam Vinh Quỳ Hợp | orange | Quỳ Hợp, Nghệ An | 50 | kg | Cam xã Đoài lòng vàng, thơm.
cam3 | Cam sành Hàm Yên | orange | Hàm Yên, Tuyên Quang | 25 | kg | Vỏ sần, vắt nước, ngọt chua.
cam4 | Cam xoàn Lai Vung | orange | Lai Vung, Đồng Tháp | 45 | kg | Núm đồng tiền, ngọt, bổ ăn tươi.
cam5 | Mứt vỏ cam | confectionery | Cao Phong, Hòa Bình | 55 | 250 g | Vỏ cam ngào đường, dẻo, thơm.
quyt1 | Quýt hồng Lai Vung | orange | Lai Vung, Đồng Tháp | 50 | kg | Quýt chưng Tết, vỏ đỏ cam, căng mọng.
quyt2 | Quýt Bắc Kạn Quang Thuận | orange | Bạch Thông, Bắc Kạn | 25 | kg | Quýt núi, chua ngọt, vỏ thơm làm trần bì.
tac1 | Mật tắc chưng mật ong | juice | Mỏ Cày Nam, Bến Tre | 80 | 500 ml | Tắc chưng cách thủy, trị ho, pha nước uống.
chanh1 | Chanh không hạt Bến Lức | lime | Bến Lức, Long An | 20 | kg | Mọng nước, vỏ mỏng, không hạt.
chanh2 | Chanh đào ngâm mật ong | juice | Lạc Thủy, Hòa Bình | 150 | 1 l | Ngâm sáu tháng, uống khi ho, đau họng.
chanhday1 | Chanh dây Mộc Châu | passion_fruit | Mộc Châu, Sơn La | 30 | kg | Chanh leo tím, thơm, pha nước, làm sữa chua.
thanhlong1 | Thanh long ruột đỏ Hàm Thuận | dragon_fruit | Hàm Thuận Nam, Bình Thuận | 28 | kg | Ruột đỏ, tai xanh cứng, ngọt mát.
thanhlong2 | Thanh long ruột trắng Chợ Gạo | dragon_fruit | Chợ Gạo, Tiền Giang | 18 | kg | Quả đều, ruột trắng, ăn mát.
thanhlong3 | Thanh long sấy dẻo | dried_fruit | Hàm Thuận Bắc, Bình Thuận | 85 | 200 g | Không đường, màu đỏ tự nhiên.
mangcut1 | Măng cụt Lái Thiêu | mangosteen | Thuận An, Bình Dương | 80 | kg | Vườn lâu năm, vỏ mỏng, múi trắng.
mangcut2 | Măng cụt Chợ Lách | mangosteen | Chợ Lách, Bến Tre | 65 | kg | Hái già, ngọt thanh.
chom1 | Chôm chôm nhãn Chợ Lách | rambutan | Chợ Lách, Bến Tre | 30 | kg | Tróc hột, giòn ngọt.
chom2 | Chôm chôm Thái Long Khánh | rambutan | Long Khánh, Đồng Nai | 28 | kg | Trái to, râu xanh, cơm dày.
mit1 | Mít tố nữ | jackfruit | Long Khánh, Đồng Nai | 35 | trai | Thơm nồng, múi nhỏ mềm.
mit2 | Mít sấy giòn | dried_fruit | Long Khánh, Đồng Nai | 70 | 250 g | Sấy chân không, giòn tan, ăn vặt.
khom1 | Khóm Cầu Đúc | pineapple | Long Mỹ, Hậu Giang | 15 | trai | Khóm mắt nhỏ, ít rát lưỡi, ngọt.
khom2 | Dứa Đồng Giao | pineapple | Tam Điệp, Ninh Bình | 12 | trai | Dứa mật, vàng ươm, thơm.
khom3 | Khóm Tắc Cậu | pineapple | Châu Thành, Kiên Giang | 14 | trai | Ngọt đậm, ruột vàng, trồng vùng phèn.
khom4 | Nước màu khóm | fish_sauce | Châu Thành, Kiên Giang | 40 | 350 ml | Thắng từ nước khóm, kho cá lên màu.
na1 | Na dai Chi Lăng | sugar_apple | Chi Lăng, Lạng Sơn | 60 | kg | Na núi đá, dai, ít hạt, ngọt.
na2 | Mãng cầu Bà Đen | sugar_apple | Dương Minh Châu, Tây Ninh | 55 | kg | Mãng cầu dai, trái tròn, cúng giỗ.
na3 | Mãng cầu xiêm Tân Phú Đông | soursop | Tân Phú Đông, Tiền Giang | 25 | kg | Chua ngọt, dằm sữa đá, làm sinh tố.
na4 | Trà mãng cầu xiêm | herb_dry | Tân Phú Đông, Tiền Giang | 65 | 250 g | Thái lát sấy, uống dễ ngủ.
vusua1 | Vú sữa Lò Rèn Vĩnh Kim | sapodilla | Châu Thành, Tiền Giang | 50 | kg | Vỏ mỏng căng bóng, nhiều sữa.
sapo1 | Sa pô chê Mặc Bắc | sapodilla | Cầu Kè, Trà Vinh | 25 | kg | Thịt mịn, ngọt như đường.
sapo2 | Hồng xiêm Xuân Đỉnh | sapodilla | Bắc Từ Liêm, Hà Nội | 40 | kg | Quả tròn, cát mịn, thơm.
bo1 | Bơ 034 Bảo Lâm | avocado | Bảo Lâm, Lâm Đồng | 45 | kg | Trái dài, hạt lép, dẻo béo.
bo2 | Bơ Booth Đắk Lắk | avocado | Cư M'gar, Đắk Lắk | 30 | kg | Vỏ dày, để lâu, xay sinh tố.
hong1 | Hồng treo gió Đà Lạt | dried_fruit | Đơn Dương, Lâm Đồng | 180 | 500 g | Treo gió kiểu Nhật, dẻo, mật bên trong.
hong2 | Hồng không hạt Bảo Lâm Lạng Sơn | soursop | Cao Lộc, Lạng Sơn | 35 | kg | Ngâm nước giòn ngọt, không hạt.
hong3 | Hồng giòn Mộc Châu | soursop | Mộc Châu, Sơn La | 30 | kg | Giòn, ngọt, ăn cả vỏ.
nho1 | Nho đỏ Ninh Thuận | passion_fruit | Ninh Phước, Ninh Thuận | 60 | kg | Chùm to, ngọt, nho tươi cắt trong ngày.
nho2 | Táo xanh Ninh Thuận | guava | Ninh Phước, Ninh Thuận | 25 | kg | Táo giòn ngọt, trồng trong lưới.
nho3 | Rượu vang nho Ba Mọi | juice | Ninh Phước, Ninh Thuận | 160 | 750 ml | Lên men từ nho tại vườn.
nho4 | Mật nho cô đặc | juice | Ninh Sơn, Ninh Thuận | 90 | 500 ml | Nấu từ nho chín, pha nước uống.
dua1 | Dừa sáp Cầu Kè | coconut | Cầu Kè, Trà Vinh | 150 | trai | Cơm đặc dẻo, xay sữa đá.
dua2 | Dừa xiêm xanh gọt trọc | coconut | Giồng Trôm, Bến Tre | 18 | trai | Nước ngọt mát, gọt sẵn uống liền.
dua3 | Kẹo dừa sầu riêng Bến Tre | confectionery | Mỏ Cày Nam, Bến Tre | 45 | 400 g | Kẹo mềm, béo nước cốt dừa.
dua4 | Dầu dừa ép lạnh | handicraft | Mỏ Cày Nam, Bến Tre | 120 | 500 ml | Dưỡng tóc, dưỡng da, nấu ăn.
chuoi1 | Chuối ngự Đại Hoàng | banana | Lý Nhân, Hà Nam | 40 | bo | Chuối tiến vua, quả nhỏ, thơm.
chuoi2 | Chuối già Nam Mỹ | banana | Trảng Bom, Đồng Nai | 15 | kg | Nải đẹp, chín vàng đều.
chuoi3 | Chuối sứ ép khô | dried_fruit | Trần Văn Thời, Cà Mau | 50 | 500 g | Chuối xiêm ép phơi nắng, dẻo ngọt.
dudu1 | Đu đủ Hồng Phi | papaya | Lạc Thủy, Hòa Bình | 15 | kg | Ruột đỏ, ngọt, bổ mắt.
oi1 | Ổi Đông Dư | guava | Gia Lâm, Hà Nội | 20 | kg | Ổi găng, giòn, thơm mùi ổi ta.
oi2 | Ổi không hạt Đại Tâm | guava | Mỹ Xuyên, Sóc Trăng | 22 | kg | Không hạt, dày cơm.
roi1 | Mận An Phước | guava | Vũng Liêm, Vĩnh Long | 30 | kg | Mận đỏ miền Tây, mọng nước, không hạt.
dau1 | Dâu tây Đà Lạt giống Nhật | passion_fruit | Lạc Dương, Lâm Đồng | 250 | 500 g | Trồng nhà kính, hái chín, giao lạnh.
dau2 | Mứt dâu tằm | confectionery | Lâm Hà, Lâm Đồng | 60 | 350 g | Dâu tằm chín nấu với đường, phết bánh mì.
dau3 | Dâu Hạ Châu Phong Điền | longan | Phong Điền, Cần Thơ | 35 | kg | Dâu da chùm, chua ngọt, đặc sản miệt vườn.
thanhtra1 | Thanh trà Huế | pomelo | Phong Điền, Huế | 45 | trai | Thanh trà Thủy Biều, tép ráo, ngọt thanh.
thanhtra2 | Thanh trà ngọt Bình Minh | mango | Bình Minh, Vĩnh Long | 60 | kg | Quả vàng nhỏ như quả sơ ri lớn, chua ngọt.
sohri1 | Sơ ri Gò Công | guava | Gò Công Đông, Tiền Giang | 20 | kg | Sơ ri chua ngọt, giàu vitamin C.
mo1 | Mơ ngâm đường Hương Tích | juice | Mỹ Đức, Hà Nội | 70 | 1 l | Mơ rừng chùa Hương ngâm đường, uống mùa hè.
sau4 | Sấu dầm chua ngọt | confectionery | Ba Đình, Hà Nội | 50 | 500 g | Sấu bao tử dầm gừng, giòn.
tro1 | Trám đen Hoàng Vân | eggplant | Hiệp Hòa, Bắc Giang | 120 | kg | Trám om, kho thịt, bùi béo.
macmat1 | Quả mác mật khô | spice_dry | Tràng Định, Lạng Sơn | 90 | 250 g | Nhồi vịt quay, khâu nhục.
`;
