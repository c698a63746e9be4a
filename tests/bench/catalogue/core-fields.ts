/** Rice, beans, roots, leaves, mushrooms, tea, coffee, spices and honey; written as `core-fruit.ts` says. */
export const fields = `
gao1 | Gạo ST25 Sóc Trăng | rice | Mỹ Xuyên, Sóc Trăng | 190 | 5 kg | Hạt dài, dẻo, thơm lá dứa, gạo ngon nhất thế giới 2019.
gao2 | Gạo ST24 túi nhỏ | rice | Trần Đề, Sóc Trăng | 80 | 2 kg | Dẻo vừa, thơm nhẹ, túi hút chân không.
gao3 | Gạo Séng Cù Mường Khương | rice | Mường Khương, Lào Cai | 175 | 5 kg | Hạt trong, dẻo, đậm, trồng ruộng bậc thang.
gao4 | Gạo tám Điện Biên | rice | Điện Biên, Điện Biên | 130 | 5 kg | Cánh đồng Mường Thanh, cơm mềm thơm.
gao5 | Gạo nếp cái hoa vàng | sticky_rice | Kinh Môn, Hải Dương | 45 | 1 kg | Đồ xôi, gói bánh chưng, dẻo thơm.
gao6 | Nếp Tú Lệ | sticky_rice | Văn Chấn, Yên Bái | 55 | 1 kg | Nếp tan, đồ xôi dẻo, làm cốm.
gao7 | Gạo lứt đỏ huyết rồng | rice | Tân Hưng, Long An | 60 | 1 kg | Cho người tiểu đường, ăn kiêng, nấu nước uống.
gao8 | Gạo nàng thơm Chợ Đào | rice | Cần Đước, Long An | 120 | 5 kg | Hạt có vệt trắng, thơm lâu.
gao9 | Gạo Bao Thai Định Hóa | rice | Định Hóa, Thái Nguyên | 100 | 5 kg | Cơm đậm, vùng ATK.
gao10 | Cốm Tú Lệ | sticky_rice | Văn Chấn, Yên Bái | 90 | 500 g | Cốm non giã tay, gói lá dong.
gao11 | Bánh tráng Trảng Bàng phơi sương | noodle_dry | Trảng Bàng, Tây Ninh | 35 | 500 g | Cuốn thịt luộc rau rừng, dẻo.
gao12 | Bánh đa nem làng Chều | noodle_dry | Lý Nhân, Hà Nam | 20 | 500 g | Cuốn nem rán giòn.
gao13 | Bánh phở khô Nam Định | noodle_dry | Nam Trực, Nam Định | 30 | 500 g | Sợi phở gạo khô, nấu nhanh.
gao14 | Miến dong Bình Liêu | noodle_dry | Bình Liêu, Quảng Ninh | 75 | 500 g | Củ dong riềng, sợi dai không nát.
gao15 | Miến dong Côn Minh Na Rì | noodle_dry | Na Rì, Bắc Kạn | 70 | 500 g | Sợi miến trong, nấu gà, làm nem.
gao16 | Mì Chũ | noodle_dry | Lục Ngạn, Bắc Giang | 30 | 500 g | Mì gạo bao thai hồng, dai, không hàn the.
gao17 | Bún gạo lứt khô | noodle_dry | Cờ Đỏ, Cần Thơ | 40 | 500 g | Ăn kiêng, ít béo, trụng nhanh.
ngo1 | Ngô nếp tím luộc | maize | Hoài Đức, Hà Nội | 30 | goi | Bắp tươi bẻ sáng, luộc ăn ngay, dẻo.
ngo2 | Bắp sấy bơ Đà Lạt | dried_vegetable | Đức Trọng, Lâm Đồng | 45 | 250 g | Ăn vặt, giòn, vị bơ.
ngo3 | Mèn mén bột ngô tẻ | maize | Đồng Văn, Hà Giang | 40 | 1 kg | Ngô tẻ xay đá, món của người Mông.
dauphong1 | Lạc đỏ Sen Chợ Gốm | peanut | Diễn Châu, Nghệ An | 60 | 1 kg | Rang húng lìu, ép dầu.
dauphong2 | Đậu phộng rang tỏi ớt | peanut | Trảng Bàng, Tây Ninh | 45 | 300 g | Nhâm nhi, giòn, cay nhẹ.
dauphong3 | Dầu lạc ép nguyên chất | spice_dry | Diễn Châu, Nghệ An | 110 | 1 l | Ép nguội, xào rau, trộn gỏi.
dauxanh1 | Đậu xanh tách vỏ | bean_dry | Yên Lạc, Vĩnh Phúc | 50 | 1 kg | Nấu xôi, làm nhân bánh.
dauxanh2 | Đậu đen xanh lòng | bean_dry | Mường Khương, Lào Cai | 70 | 1 kg | Nấu chè, rang uống nước mát gan.
dauxanh3 | Đậu tương rốn đen | bean_dry | Mù Căng Chải, Yên Bái | 45 | 1 kg | Làm sữa đậu nành, đậu phụ, tương.
me1 | Vừng vàng Nghệ An | bean_dry | Diễn Châu, Nghệ An | 80 | 1 kg | Làm muối vừng, kẹo cu đơ.
me2 | Dầu mè đen ép lạnh | spice_dry | Tân Hưng, Long An | 130 | 500 ml | Thơm, trộn salad, bồi bổ.
mac1 | Hạt mắc ca Krông Năng nứt vỏ | cashew | Krông Năng, Đắk Lắk | 160 | 500 g | Sấy nứt, kèm que tách.
mac2 | Hạt điều rang muối Bình Phước | cashew | Bù Đăng, Bình Phước | 150 | 500 g | Vỏ lụa, rang củi, giòn.
mac3 | Hạt dổi rừng Lạc Sơn | spice_dry | Lạc Sơn, Hòa Bình | 120 | 100 g | Nướng giã chấm muối, thơm núi.
mac4 | Hạt sen khô Đồng Tháp | bean_dry | Tháp Mười, Đồng Tháp | 140 | 500 g | Bỏ tim, nấu chè, hầm gà.
mac5 | Hạt sen tươi Huế | bean_dry | Phú Vang, Huế | 120 | 500 g | Sen hồ Tịnh, tách tâm, bùi.
khoai1 | Khoai lang Nhật Bình Tân | sweet_potato | Bình Tân, Vĩnh Long | 20 | kg | Khoai tím, bở, luộc nướng.
khoai2 | Khoai deo Quảng Bình | dried_vegetable | Lệ Thủy, Quảng Bình | 70 | 500 g | Khoai lang luộc phơi, dẻo dai, quà quê gió Lào.
khoai3 | Khoai mì cao sản tươi | sweet_potato | Tân Châu, Tây Ninh | 10 | kg | Hấp nước dừa, nướng bánh.
khoai4 | Khoai sọ Cụ Cang | sweet_potato | Thuận Châu, Sơn La | 35 | kg | Củ nhỏ, ruột phớt tím, bùi dẻo.
khoai5 | Khoai môn Bắc Kạn | sweet_potato | Ba Bể, Bắc Kạn | 40 | kg | Ruột vân tím, nấu canh xương, làm khâu nhục.
khoai6 | Bột sắn dây Kinh Môn | dried_vegetable | Kinh Môn, Hải Dương | 130 | 1 kg | Pha uống giải nhiệt, ướp hoa bưởi.
khoai7 | Củ sắn nước Củ Chi | sweet_potato | Củ Chi, Thành phố Hồ Chí Minh | 15 | kg | Củ đậu giòn mát, làm bò bía, ăn sống.
khoai8 | Sâm khoai Hoàng Sin Cô | sweet_potato | Bát Xát, Lào Cai | 25 | kg | Củ mát, ngọt, ăn như lê, tốt cho đường huyết.
rau1 | Ngọn su su Tam Đảo | asian_leafy | Tam Đảo, Vĩnh Phúc | 25 | kg | Đọt su su xào tỏi, luộc chấm trứng.
rau2 | Rau bò khai | asian_leafy | Ba Bể, Bắc Kạn | 60 | kg | Rau rừng xào tỏi, xào trứng.
rau3 | Cải mèo Sa Pa | asian_leafy | Sa Pa, Lào Cai | 30 | kg | Cải của người Mông, hơi đắng, nấu lẩu.
rau4 | Rau sắng chùa Hương | asian_leafy | Mỹ Đức, Hà Nội | 200 | kg | Ngọt như mì chính, nấu canh.
rau5 | Bông điên điển | asian_leafy | Tân Hồng, Đồng Tháp | 80 | kg | Nấu canh chua cá linh mùa nước nổi.
rau6 | Bồ ngót vườn nhà | asian_leafy | Hóc Môn, Thành phố Hồ Chí Minh | 20 | kg | Nấu canh tôm, cho bà đẻ.
rau7 | Rau dớn rừng | asian_leafy | A Lưới, Huế | 45 | kg | Trộn gỏi, xào tỏi, hái bờ suối.
rau8 | Khổ qua rừng | cucumber | Tánh Linh, Bình Thuận | 50 | kg | Mướp đắng nhỏ quả, hấp, nhồi, hạ đường huyết.
rau9 | Bí đỏ hồ lô | eggplant | Đơn Dương, Lâm Đồng | 18 | kg | Bí rợ dẻo bùi, nấu cháo ăn dặm cho bé.
rau10 | Rau diếp cá | asian_leafy | Mê Linh, Hà Nội | 30 | kg | Dấp cá sạch, ăn sống, xay uống hạ sốt.
rau11 | Atiso tươi Đà Lạt | asian_leafy | Lạc Dương, Lâm Đồng | 90 | kg | Bông a ti sô hầm giò heo, mát gan.
rau12 | Ngồng tỏi Lý Sơn | asian_leafy | Lý Sơn, Quảng Ngãi | 70 | kg | Xào thịt bò, giòn thơm.
rau13 | Dưa cải muối chua | dried_vegetable | Thường Tín, Hà Nội | 25 | 1 kg | Cải bẹ muối vại, ăn kèm thịt đông.
rau14 | Măng ớt Lạng Sơn | dried_vegetable | Văn Lãng, Lạng Sơn | 55 | 500 g | Măng ngâm ớt và mác mật, ăn bún phở.
rau15 | Măng khô lưỡi lợn | dried_vegetable | Mai Châu, Hòa Bình | 220 | 500 g | Măng nứa phơi nắng, ninh chân giò ngày Tết.
rau16 | Măng nứa trúc sặt tươi | asian_leafy | Bảo Yên, Lào Cai | 40 | kg | Măng đầu mùa, luộc sẵn.
rau17 | Bồn bồn muối chua | dried_vegetable | Cái Nước, Cà Mau | 45 | 500 g | Dưa bồn bồn miền Tây, giòn, xào tép.
rau18 | Ớt hiểm xanh | pepper | Chợ Mới, An Giang | 60 | kg | Cay nồng, làm muối chấm.
rau19 | Ớt chưng tương Mường Khương | spice_dry | Mường Khương, Lào Cai | 45 | 300 g | Tương ớt người Pa Dí, cay thơm.
rau20 | Hẹ nước Long An | green_onion | Mộc Hóa, Long An | 50 | kg | Hẹ trắng dài, nhúng lẩu mắm.
nam1 | Nấm hương khô Sa Pa | mushroom | Sa Pa, Lào Cai | 180 | 500 g | Nấm đông cô rừng, nấu canh bóng.
nam2 | Nấm mối đen tươi | mushroom | Củ Chi, Thành phố Hồ Chí Minh | 120 | 300 g | Xào, nấu lẩu, ngọt giòn.
nam3 | Nấm mèo Long Khánh | mushroom | Xuân Lộc, Đồng Nai | 60 | 500 g | Mộc nhĩ dày, làm nhân chả giò.
nam4 | Nấm linh chi đỏ thái lát | herb_dry | Đà Bắc, Hòa Bình | 280 | 500 g | Pha nước uống, bồi bổ người già.
nam5 | Nấm rơm Lai Vung | mushroom | Lai Vung, Đồng Tháp | 90 | kg | Búp tròn, kho tiêu, nấu canh.
nam6 | Đông trùng hạ thảo sấy thăng hoa | herb_dry | Lạc Dương, Lâm Đồng | 450 | 50 g | Nuôi cấy, hầm gà, quà biếu người ốm.
nam7 | Nấm tràm Phú Quốc | mushroom | Phú Quốc, Kiên Giang | 110 | 500 g | Đắng nhẹ, nấu canh hải sản.
che1 | Chè Tân Cương móc câu | tea | Thái Nguyên, Thái Nguyên | 120 | 500 g | Trà xanh móc câu, tiền chát hậu ngọt, nước xanh.
che2 | Trà shan tuyết Suối Giàng | tea | Văn Chấn, Yên Bái | 200 | 200 g | Cây cổ thụ trăm năm, búp phủ tuyết.
che3 | Hồng trà shan tuyết Tà Xùa | tea | Bắc Yên, Sơn La | 180 | 100 g | Lên men, hương mật ong, nước đỏ.
che4 | Trà ô long Mộc Châu | tea | Mộc Châu, Sơn La | 160 | 200 g | Ôlong viên tròn, thơm hoa.
che5 | Trà sen Tây Hồ | tea | Tây Hồ, Hà Nội | 600 | 100 g | Ướp gạo sen bách diệp bảy lần.
che6 | Chè dây Cao Bằng | herb_dry | Nguyên Bình, Cao Bằng | 70 | 500 g | Đau dạ dày, uống hằng ngày.
che7 | Trà hoa cúc chi Nghĩa Trai | herb_dry | Văn Lâm, Hưng Yên | 95 | 100 g | Cúc sấy nguyên bông, dễ ngủ, sáng mắt.
che8 | Trà hoa vàng Ba Chẽ | herb_dry | Ba Chẽ, Quảng Ninh | 500 | 100 g | Nụ trà quý, ổn định huyết áp.
che9 | Trà gừng mật ong | herb_dry | Cư Jút, Đắk Nông | 60 | 300 g | Ấm bụng, giải cảm, pha nước nóng.
caphe1 | Cà phê Robusta Buôn Ma Thuột rang mộc | coffee | Cư M'gar, Đắk Lắk | 130 | 500 g | Không bơ, không tẩm, đậm đắng.
caphe2 | Cà phê Arabica Cầu Đất | coffee | Đơn Dương, Lâm Đồng | 180 | 500 g | Chua thanh, hương trái cây.
caphe3 | Cà phê Khe Sanh | coffee | Hướng Hóa, Quảng Trị | 150 | 500 g | Arabica cao nguyên, hậu ngọt.
caphe4 | Cà phê phin giấy Mường Ảng | coffee | Mường Ảng, Điện Biên | 90 | hop | Hộp mười gói, chỉ cần nước sôi, mang đi công tác.
caphe5 | Cacao nguyên chất Krông Ana | coffee | Krông A Na, Đắk Lắk | 110 | 300 g | Bột ca cao, pha sữa, làm bánh.
tieu1 | Tiêu đen Chư Sê | spice_dry | Chư Sê, Gia Lai | 100 | 500 g | Cay thơm, hạt chắc.
tieu2 | Tiêu sọ Phú Quốc | spice_dry | Phú Quốc, Kiên Giang | 160 | 500 g | Hồ tiêu đảo, chín đỏ chà trắng.
tieu3 | Mắc khén Tây Bắc | spice_dry | Mường La, Sơn La | 60 | 100 g | Tiêu rừng, chẩm chéo, ướp thịt nướng.
tieu4 | Chẩm chéo khô | spice_dry | Mường La, Sơn La | 50 | 200 g | Muối chấm của người Thái, chấm xôi, thịt luộc.
que1 | Quế Trà My | spice_dry | Bắc Trà My, Quảng Nam | 90 | 250 g | Quế thanh dày, cay ngọt, hầm phở.
que2 | Hoa hồi Văn Quan | spice_dry | Văn Quan, Lạng Sơn | 85 | 250 g | Tám cánh, thơm, nấu phở bò.
que3 | Tinh dầu quế Văn Yên | handicraft | Văn Yên, Yên Bái | 110 | 50 ml | Xông phòng, đuổi muỗi, lau sàn.
gung1 | Gừng Kỳ Sơn | ginger | Kỳ Sơn, Nghệ An | 40 | kg | Củ nhỏ, cay nồng, vùng biên.
gung2 | Tinh bột nghệ đỏ | herb_dry | Krông Nô, Đắk Nông | 160 | 500 g | Đau dạ dày, mẹ sau sinh, pha mật ong.
gung3 | Mứt gừng dẻo Huế | confectionery | Hương Thủy, Huế | 65 | 300 g | Gừng non sên đường, ấm cổ, ngày Tết.
toi1 | Tỏi cô đơn Lý Sơn | garlic | Lý Sơn, Quảng Ngãi | 350 | 500 g | Tỏi một tép, ngâm rượu, ngâm mật.
toi2 | Tỏi đen lên men | garlic | Kinh Môn, Hải Dương | 190 | 250 g | Lên men 60 ngày, dẻo ngọt, tăng đề kháng.
toi3 | Hành tím Vĩnh Châu | onion_dry | Vĩnh Châu, Sóc Trăng | 40 | kg | Củ tím, phi thơm, muối dưa hành.
toi4 | Hành phi giòn | spice_dry | Vĩnh Châu, Sóc Trăng | 55 | 250 g | Phi sẵn, rắc xôi, ăn bánh cuốn.
ong1 | Mật ong bạc hà Mèo Vạc | honey | Mèo Vạc, Hà Giang | 300 | 500 ml | Vàng xanh, hoa bạc hà cao nguyên đá.
ong2 | Mật ong hoa nhãn Hưng Yên | honey | Khoái Châu, Hưng Yên | 180 | 1 l | Sánh, thơm nhãn, quay tại vườn.
ong3 | Mật ong hoa cà phê | honey | Krông Búk, Đắk Lắk | 120 | 1 l | Đặc, kết tinh mịn, giá mềm.
ong4 | Mật ong rừng U Minh | honey | U Minh, Cà Mau | 280 | 750 ml | Ong gác kèo rừng tràm.
ong5 | Phấn hoa và sữa ong chúa | honey | Bảo Lộc, Lâm Đồng | 220 | 100 g | Bồi bổ, làm đẹp da.
ong6 | Mật ong sú vẹt Giao Thủy | honey | Giao Thủy, Nam Định | 200 | 500 ml | Ong rừng ngập mặn, vị mặn nhẹ.
`;
