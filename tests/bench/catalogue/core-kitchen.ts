/** Meat, fish, sauces, sweets, herbs, crafts and days out; written as `core-fruit.ts` says. */
export const kitchen = `
thit1 | Thịt lợn gác bếp Mai Châu | dried_vegetable | Mai Châu, Hòa Bình | 280 | 500 g | Hun khói bếp củi, tẩm mắc khén, ăn chấm tương ớt.
thit2 | Thịt trâu gác bếp Sơn La | dried_vegetable | Mường La, Sơn La | 450 | 500 g | Trâu khô người Thái, xé chấm chẩm chéo.
thit3 | Lạp xưởng hun khói Bắc Hà | meat_frozen | Bắc Hà, Lào Cai | 230 | 500 g | Lạp sườn lợn bản, gừng đá.
thit4 | Heo mọi Khe Sanh nguyên con làm sạch | meat_frozen | Hướng Hóa, Quảng Trị | 220 | kg | Lợn bản thả rông, thịt săn, quay nguyên con.
thit5 | Ba chỉ lợn Móng Cái cấp đông | meat_frozen | Đầm Hà, Quảng Ninh | 160 | kg | Lợn đen, mỡ giòn, hút chân không.
thit6 | Khô bò Củ Chi | dried_vegetable | Củ Chi, Thành phố Hồ Chí Minh | 170 | 250 g | Thịt bò khô sợi, cay, nhắm bia.
thit7 | Một nắng hai sương Krông Pa | meat_frozen | Krông Pa, Gia Lai | 260 | 500 g | Bò một nắng, nướng chấm muối kiến vàng.
thit8 | Nem chua Thanh Hóa | meat_frozen | Thanh Hóa, Thanh Hóa | 50 | goi | Mười cái, lá đinh lăng, chua giòn.
thit9 | Nem Lai Vung | meat_frozen | Lai Vung, Đồng Tháp | 60 | goi | Gói lá chùm ruột, chua ngọt miền Tây.
thit10 | Giò lụa Ước Lễ | meat_frozen | Thanh Oai, Hà Nội | 170 | 1 kg | Chả lụa giã tay, gói lá chuối.
thit11 | Chả mực Hạ Long giã tay | seafood_frozen | Hạ Long, Quảng Ninh | 380 | 500 g | Mực mai tươi, rán vàng ăn bánh cuốn.
thit12 | Lòng hun khói và dồi sụn | meat_frozen | Phú Bình, Thái Nguyên | 140 | 500 g | Dồi lợn nướng nhâm nhi.
ga1 | Gà đồi Yên Thế làm sẵn | chicken_chilled | Yên Thế, Bắc Giang | 190 | con | Gà lai chọi thả đồi, da vàng, thịt chắc.
ga2 | Gà đen người Mông | chicken_chilled | Mù Căng Chải, Yên Bái | 250 | con | Xương đen, hầm thuốc bắc.
ga3 | Gà Đông Tảo | chicken_chilled | Khoái Châu, Hưng Yên | 900 | con | Chân to, biếu Tết.
ga4 | Gà tre Đèo Le | chicken_chilled | Quế Sơn, Quảng Nam | 170 | con | Gà nhỏ, luộc chấm muối lá chanh.
vit1 | Vịt Cổ Lũng | chicken_chilled | Bá Thước, Thanh Hóa | 180 | con | Vịt suối, thịt ngọt, không hôi.
vit2 | Vịt xiêm thả ruộng | chicken_chilled | Càng Long, Trà Vinh | 210 | con | Ngan vườn, nấu chao.
vit3 | Vịt biển Đông Xuyên | chicken_chilled | Tiền Hải, Thái Bình | 160 | con | Nuôi nước lợ, thịt đậm.
trung1 | Trứng vịt chạy đồng | egg | Thanh Bình, Đồng Tháp | 38 | 10 trai | Hột vịt lòng đỏ, ăn lúa và ốc.
trung2 | Trứng vịt muối lòng đào | egg | Chợ Lách, Bến Tre | 55 | 10 trai | Hột vịt muối, làm bánh trung thu.
trung3 | Trứng cút lộn | egg | Hòa Thành, Tây Ninh | 30 | 20 trai | Luộc, xào me.
trung4 | Trứng gà ta so | egg | Yên Thế, Bắc Giang | 50 | 10 trai | Gà mái tơ đẻ lứa đầu, cho bé ăn dặm.
ca1 | Cá lóc đồng làm sạch | fish_iced | Hồng Ngự, Đồng Tháp | 140 | kg | Cá quả đồng, nướng trui, nấu cháo.
ca2 | Khô cá lóc Cà Mau | dried_seafood | Trần Văn Thời, Cà Mau | 220 | 500 g | Phơi một nắng, nướng chấm me.
ca3 | Khô cá sặc rằn U Minh | dried_seafood | U Minh, Cà Mau | 180 | 500 g | Trộn gỏi xoài, ít mặn.
ca4 | Cá linh non mùa nước nổi | fish_iced | An Phú, An Giang | 130 | kg | Nấu canh chua bông điên điển.
ca5 | Mắm cá linh Châu Đốc | fish_sauce | Châu Đốc, An Giang | 85 | 500 g | Nấu lẩu mắm, bún mắm.
ca6 | Cá kho làng Vũ Đại | fish_iced | Lý Nhân, Hà Nam | 500 | hu | Cá trắm đen kho niêu 14 tiếng, quà Tết.
ca7 | Cá hồi Sa Pa phi lê | fish_iced | Sa Pa, Lào Cai | 420 | kg | Nuôi nước lạnh, ăn gỏi, nấu lẩu.
ca8 | Cá tầm Đà Lạt | fish_iced | Lạc Dương, Lâm Đồng | 320 | kg | Làm sạch, nấu măng chua.
ca9 | Cá chình Mỹ Lợi | fish_iced | Phù Mỹ, Bình Định | 480 | kg | Đầm Trà Ổ, nướng muối ớt.
ca10 | Ruốc cá thu | dried_seafood | Cát Hải, Hải Phòng | 190 | 250 g | Chà bông cá cho bé ăn cháo.
ca11 | Cá bống kho tiêu sông Trà | fish_sauce | Sơn Tịnh, Quảng Ngãi | 75 | hu | Cá bống rim sẵn ăn liền.
ca12 | Cá thính Lập Thạch | fish_sauce | Lập Thạch, Vĩnh Phúc | 120 | 1 kg | Cá ủ thính chua, nướng lá chuối.
ca13 | Cá lăng sông Đà | fish_iced | Đà Bắc, Hòa Bình | 150 | kg | Cá lồng, làm chả cá.
tom1 | Tôm khô Rạch Gốc | dried_seafood | Ngọc Hiển, Cà Mau | 650 | 500 g | Tôm đất phơi nắng, ngọt, đỏ tự nhiên.
tom2 | Tôm sú sinh thái rừng đước | shrimp_iced | Ngọc Hiển, Cà Mau | 380 | kg | Nuôi dưới tán rừng, không thức ăn.
tom3 | Tôm chua Huế | fish_sauce | Phú Lộc, Huế | 90 | 500 g | Ăn với thịt ba chỉ luộc, bún.
tom4 | Tép moi khô nấu canh | dried_seafood | Cát Hải, Hải Phòng | 80 | 250 g | Tép biển nhạt muối, nấu canh mùng tơi.
muc1 | Mực một nắng Phan Thiết | seafood_frozen | Phan Thiết, Bình Thuận | 350 | 500 g | Mực lá phơi một nắng, nướng dẻo.
muc2 | Khô mực Cô Tô | dried_seafood | Cô Tô, Quảng Ninh | 780 | 500 g | Mực câu phơi phên, nướng cồn.
muc3 | Mực ngào ớt me | dried_seafood | Vân Đồn, Quảng Ninh | 150 | 300 g | Ăn vặt, cay ngọt.
cua1 | Cua gạch Năm Căn | shrimp_iced | Năm Căn, Cà Mau | 480 | kg | Cua biển chắc gạch, trói dây nhẹ.
cua2 | Ghẹ xanh Lăng Cô | shrimp_iced | Phú Lộc, Huế | 320 | kg | Hấp, sống đến tay.
hau1 | Hàu sữa Thái Bình Dương Vân Đồn | seafood_frozen | Vân Đồn, Quảng Ninh | 110 | 1 kg | Ruột hàu tách vỏ, nấu cháo.
hau2 | Ruốc hàu Vân Đồn | dried_seafood | Vân Đồn, Quảng Ninh | 210 | 200 g | Chà bông hàu ăn cơm, giàu kẽm.
oc1 | Ốc nhồi ao nhà | shrimp_iced | Vụ Bản, Nam Định | 95 | kg | Ốc bươu ta hấp lá gừng, làm chả ốc.
oc2 | Sá sùng khô Quan Lạn | dried_seafood | Vân Đồn, Quảng Ninh | 900 | 100 g | Nấu nước phở, rang nhắm rượu.
rong1 | Rong nho tươi Hòn Khói | shrimp_iced | Ninh Hòa, Khánh Hòa | 90 | 500 g | Nho biển, ngâm nước nở, chấm sốt mè.
rong2 | Tảo xoắn Vĩnh Hảo | herb_dry | Tuy Phong, Bình Thuận | 240 | hop | Spirulina viên, bổ sung đạm.
yen1 | Yến sào Khánh Hòa tinh chế | herb_dry | Nha Trang, Khánh Hòa | 1800 | 50 g | Tổ yến làm sạch, chưng đường phèn, bồi bổ người ốm.
mam1 | Nước mắm Phú Quốc 40 độ đạm | fish_sauce | Phú Quốc, Kiên Giang | 130 | 750 ml | Cá cơm ủ chượp thùng gỗ mười hai tháng.
mam2 | Nước mắm Cát Hải | fish_sauce | Cát Hải, Hải Phòng | 85 | 1 l | Chượp cá nhâm, cá quẩn, đậm.
mam3 | Nước mắm Nam Ô | fish_sauce | Liên Chiểu, Đà Nẵng | 95 | 500 ml | Nhỉ từ cá cơm than.
mam4 | Mắm tôm Hậu Lộc | fish_sauce | Hậu Lộc, Thanh Hóa | 45 | 500 g | Chấm bún đậu, moi tươi muối kỹ.
mam5 | Mắm ruốc Huế | fish_sauce | Phú Vang, Huế | 50 | 500 g | Nấu bún bò, kho thịt sả.
mam6 | Mắm nêm Phan Rí | fish_sauce | Tuy Phong, Bình Thuận | 40 | 500 ml | Chấm bánh tráng cuốn, cá nướng.
mam7 | Tương bần Mỹ Hào | fish_sauce | Mỹ Hào, Hưng Yên | 35 | 500 ml | Chấm rau muống, kho cá.
mam8 | Dấm gạo nếp lên men | fish_sauce | Yên Phong, Bắc Ninh | 30 | 500 ml | Giấm nuôi, trộn nộm.
mam9 | Muối ớt Tây Ninh | spice_dry | Trảng Bàng, Tây Ninh | 30 | 250 g | Muối tôm chấm trái cây, bánh tráng trộn.
mam10 | Muối hồng Bà Nà lá é | spice_dry | Tuy An, Phú Yên | 40 | 200 g | Muối lá é chấm gà.
mam11 | Muối biển Sa Huỳnh | spice_dry | Đức Phổ, Quảng Ngãi | 15 | 1 kg | Muối hạt sạch, muối dưa cà.
duong1 | Đường phèn Quảng Ngãi | sugar | Tư Nghĩa, Quảng Ngãi | 40 | 1 kg | Kết tinh truyền thống, nấu chè, chưng yến.
duong2 | Đường thốt nốt Tịnh Biên | sugar | Tịnh Biên, An Giang | 60 | 1 kg | Nấu từ nước thốt nốt, thơm, nấu chè kho thịt.
duong3 | Mật mía Nghĩa Đàn | sugar | Nghĩa Đàn, Nghệ An | 40 | 1 l | Làm bánh, kho thịt, chấm bánh chưng.
duong4 | Đường phổi Quảng Ngãi | sugar | Tư Nghĩa, Quảng Ngãi | 45 | 500 g | Xốp giòn, nhâm với trà.
keo1 | Kẹo cu đơ Hà Tĩnh | confectionery | Hương Sơn, Hà Tĩnh | 35 | goi | Lạc, mật mía, bánh đa vừng, uống chè xanh.
keo2 | Kẹo mè xửng Huế | confectionery | Hương Thủy, Huế | 40 | 300 g | Dẻo, vừng phủ, quà cố đô.
keo3 | Kẹo dồi lạc | confectionery | Nam Trực, Nam Định | 30 | 300 g | Kẹo lạc giòn tan Nam Định.
keo4 | Bánh cốm Hàng Than | confectionery | Ba Đình, Hà Nội | 70 | hop | Mười chiếc, nhân đậu xanh, đám hỏi.
keo5 | Bánh pía Vũng Thơm sầu riêng | confectionery | Kế Sách, Sóc Trăng | 65 | 480 g | Nhân đậu xanh trứng muối, lột da.
keo6 | Bánh đậu xanh Rồng vàng | confectionery | Hải Dương, Hải Dương | 45 | hop | Ăn kèm trà, tan trong miệng.
keo7 | Bánh gai Tứ Trụ | confectionery | Thọ Xuân, Thanh Hóa | 50 | goi | Lá gai, nhân đỗ dừa, mười cái.
keo8 | Bánh chưng gấc Tranh Khúc | confectionery | Thanh Trì, Hà Nội | 70 | cai | Luộc 12 tiếng, giao Tết.
keo9 | Bánh tét lá cẩm Cần Thơ | confectionery | Ninh Kiều, Cần Thơ | 90 | cai | Nhân đậu thịt trứng muối, tím tự nhiên.
keo10 | Bánh phồng sữa Sơn Đốc | confectionery | Giồng Trôm, Bến Tre | 40 | goi | Nướng than phồng giòn.
keo11 | Bánh tráng dừa nướng | confectionery | Mỏ Cày Nam, Bến Tre | 45 | goi | Mè, nước cốt dừa, giòn.
keo12 | Ô mai sấu | confectionery | Hoàn Kiếm, Hà Nội | 70 | 250 g | Sấu già sấy gừng, vị chua mặn.
keo13 | Mạch nha Thi Phổ | confectionery | Mộ Đức, Quảng Ngãi | 35 | 500 g | Kẹo mạch nha dẻo, nhúng bánh tráng.
keo14 | Chè lam Thạch Xá | confectionery | Thạch Thất, Hà Nội | 35 | 400 g | Nếp rang, gừng, mật mía, lạc.
ruou1 | Rượu ngô men lá Na Hang | juice | Na Hang, Tuyên Quang | 90 | 1 l | Ngô nương, men lá rừng, chưng hai lần.
ruou2 | Rượu cần Ê Đê | juice | Buôn Đôn, Đắk Lắk | 250 | hu | Ché rượu ghè, uống hội.
ruou3 | Rượu mận Sán Lùng | juice | Bát Xát, Lào Cai | 110 | 500 ml | Thóc nương Sán Lùng, trong, êm.
ruou4 | Rượu dừa Bến Tre | juice | Mỏ Cày Nam, Bến Tre | 85 | trai | Ủ trong trái dừa, ngọt nhẹ.
ruou5 | Sim rượu vang Măng Đen | juice | Kon Plông, Kon Tum | 140 | 750 ml | Vang sim rừng cao nguyên.
sua1 | Sữa chua dẻo Ba Vì | milk_pasteurised | Ba Vì, Hà Nội | 60 | hop | Sữa bò tươi, mười hộp nhỏ.
sua2 | Bánh sữa dê Ninh Bình | milk_pasteurised | Hoa Lư, Ninh Bình | 75 | 300 g | Sữa dê núi, mềm, trẻ em thích.
sua3 | Bánh sữa non Mộc Châu | confectionery | Mộc Châu, Sơn La | 65 | 300 g | Sữa bò Mộc Châu, xốp.
duoc1 | Sâm Ngọc Linh tươi | herb_dry | Nam Trà My, Quảng Nam | 9000 | 100 g | Sâm Việt Nam sáu năm tuổi, có mã vùng trồng.
duoc2 | Sâm cau ngâm rượu | herb_dry | Mường Tè, Lai Châu | 180 | 500 g | Sâm cau đỏ khô.
duoc3 | Giảo cổ lam khô | herb_dry | Sa Pa, Lào Cai | 60 | 500 g | Năm lá, hạ mỡ máu, pha trà.
duoc4 | Cà gai leo túi lọc | herb_dry | Gio Linh, Quảng Trị | 70 | hop | Giải độc gan, hai mươi gói.
duoc5 | Lá tắm người Dao đỏ | herb_dry | Sa Pa, Lào Cai | 45 | goi | Thuốc tắm cho mẹ sau sinh, đau lưng.
duoc6 | Cao atiso | herb_dry | Sa Pa, Lào Cai | 90 | hu | Cao lỏng, mát gan, đẹp da.
duoc7 | Ba kích tím Quảng Ninh | herb_dry | Ba Chẽ, Quảng Ninh | 220 | kg | Củ tươi rút lõi ngâm rượu.
duoc8 | Nước hoa bưởi chưng cất | handicraft | Hiệp Hòa, Bắc Giang | 90 | 100 ml | Ướp bột sắn, chè, làm bánh.
duoc9 | Dầu tràm Lộc Thủy | handicraft | Phú Lộc, Huế | 95 | 100 ml | Giữ ấm cho trẻ sơ sinh, chống gió.
duoc10 | Xà phòng sả chanh thủ công | handicraft | Vĩnh Cửu, Đồng Nai | 40 | cai | Cục xà bông từ dầu dừa.
hoa1 | Hoa cúc mâm xôi Sa Đéc | plant_potted | Sa Đéc, Đồng Tháp | 150 | cai | Chậu bông chưng Tết, tròn đều.
hoa2 | Đào thất thốn Nhật Tân | plant_potted | Tây Hồ, Hà Nội | 2500 | cai | Gốc cổ, nở đúng Tết.
hoa3 | Hoa ly cắt cành Đà Lạt | flower_cut | Đà Lạt, Lâm Đồng | 180 | bo | Mười cành, nụ to.
hoa4 | Hoa sen Đồng Tháp cắm bình | flower_cut | Tháp Mười, Đồng Tháp | 60 | bo | Búp hồng, cúng rằm.
hoa5 | Quất cảnh Tứ Liên | plant_potted | Tây Hồ, Hà Nội | 800 | cai | Cây tắc trĩu quả, chưng Tết.
cong1 | Nón lá Tây Hồ Huế | handicraft | Phú Vang, Huế | 60 | cai | Nón bài thơ, mỏng nhẹ.
cong2 | Chiếu cói Kim Sơn | handicraft | Kim Sơn, Ninh Bình | 180 | cai | Dệt tay, mát, một mét sáu.
cong3 | Chiếu lác Định Yên | handicraft | Lấp Vò, Đồng Tháp | 170 | cai | Chiếu hoa miền Tây, bền.
cong4 | Khăn thổ cẩm Mai Châu | handicraft | Mai Châu, Hòa Bình | 120 | cai | Vải dệt tay người Thái.
cong5 | Lụa Vạn Phúc | handicraft | Hà Đông, Hà Nội | 350 | cai | Khăn lụa tơ tằm hoa văn.
cong6 | Gốm Bát Tràng bộ ấm chén | handicraft | Gia Lâm, Hà Nội | 450 | hop | Men rạn, pha trà.
cong7 | Giỏ cỏ bàng Phú Mỹ | handicraft | Giang Thành, Kiên Giang | 130 | cai | Túi xách đi chợ, đan tay.
cong8 | Nồi đất kho cá | handicraft | Hòn Đất, Kiên Giang | 55 | cai | Nồi đất nung có nắp.
cong9 | Thớt gỗ nghiến | handicraft | Na Rì, Bắc Kạn | 160 | cai | Thớt tròn dày, không mùn.
cong10 | Nhang trầm Hương Khê | handicraft | Hương Khê, Hà Tĩnh | 90 | hop | Hương thắp, không hóa chất, ít khói.
cong11 | Trống đồng mỹ nghệ Trà Đông | handicraft | Thiệu Hóa, Thanh Hóa | 1500 | cai | Đúc tay, quà lưu niệm.
cong12 | Tranh dân gian Đông Hồ | handicraft | Thuận Thành, Bắc Ninh | 120 | cai | Giấy điệp, in mộc bản, đám cưới chuột.
dv1 | Ở nhà dân bản Lác | homestay | Mai Châu, Hòa Bình | 150 | khach | Homestay nhà sàn, cơm lam, múa xòe buổi tối.
dv2 | Thăm vườn chôm chôm Cái Mơn | farm_visit | Chợ Lách, Bến Tre | 60 | khach | Ăn trái tại vườn, đi xuồng ba lá.
dv3 | Học dệt thổ cẩm Zèng | craft_lesson | A Lưới, Huế | 120 | khach | Buổi sáng với nghệ nhân Tà Ôi, có vải mang về.
dv4 | Hái dâu tây tại vườn Lạc Dương | farm_visit | Lạc Dương, Lâm Đồng | 80 | khach | Trẻ em tự hái, cân mang về.
dv5 | Một ngày làm nông dân trồng rau Trà Quế | farm_visit | Hội An, Quảng Nam | 200 | khach | Cuốc đất, tưới rau, nấu ăn trưa.
dv6 | Học làm gốm Thanh Hà | craft_lesson | Hội An, Quảng Nam | 100 | khach | Xoay bàn, nặn, nung, mang về.
dv7 | Nghỉ đêm nhà vườn Phong Điền | homestay | Phong Điền, Cần Thơ | 250 | phong | Sáng đi chợ nổi Cái Răng, trưa tát mương.
`;
