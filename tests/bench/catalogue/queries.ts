/* oxlint-disable eslint/max-lines -- a table of questions, one after the other */
/**
 * `class | what a buyer types | products that meet her need`. Each was judged by reading what the products are, not by
 * matching words: who asks for `quà Tết biếu ông bà` is not helped by a pack of salt. A class has at least thirty.
 */
export const judged = `
accents | vải thiều Lục Ngạn | vai1
accents | vải Thanh Hà | vai2
accents | vải sấy khô | vai4
accents | nhãn lồng Hưng Yên | nhan1
accents | mận hậu Mộc Châu | man1
accents | ô mai gừng | man3, keo12
accents | xoài cát Hòa Lộc | xoai1
accents | xoài sấy dẻo | xoai5
accents | sầu riêng Ri6 | sau1
accents | cơm sầu riêng đông lạnh | sau3
accents | bưởi da xanh | buoi1
accents | cam sành | cam3
accents | quýt hồng Lai Vung | quyt1
accents | chanh đào ngâm mật ong | chanh2
accents | na dai Chi Lăng | na1
accents | dừa sáp | dua1
accents | gạo ST25 | gao1
accents | gạo nếp cái hoa vàng | gao5
accents | gạo lứt cho người tiểu đường | gao7
accents | miến dong | gao14, gao15
accents | mật ong bạc hà | ong1
accents | chè Tân Cương | che1
accents | trà shan tuyết | che2, che3
accents | trà hoa cúc | che7
accents | cà phê Cầu Đất | caphe2
accents | tiêu Phú Quốc | tieu2
accents | nước mắm Phú Quốc | mam1
accents | gà đồi Yên Thế | ga1
accents | chả mực Hạ Long | thit11
accents | mực một nắng | muc1
accents | hàu sữa Vân Đồn | hau1
accents | đường phèn | duong1
accents | tinh bột nghệ | gung2
accents | sâm Ngọc Linh | duoc1
accents | lá tắm cho mẹ sau sinh | duoc5
accents | dầu tràm cho trẻ sơ sinh | duoc9
accents | thăm vườn chôm chôm | dv2
accents | học làm gốm | dv6
accents | tỏi đen | toi2
accents | cá kho làng Vũ Đại | ca6
plain | vai u hong chin som | vai3
plain | nhan chin muon | nhan2
plain | long nhan hat sen | nhan3
plain | man tam hoa bac ha | man2
plain | xoai cat chu cao lanh | xoai2
plain | xoai yen chau | xoai4
plain | buoi nam roi | buoi2
plain | buoi dien | buoi3
plain | buoi phuc trach | buoi4
plain | cam cao phong | cam1
plain | cam xoan lai vung | cam4
plain | thanh long ruot do | thanhlong1
plain | mang cut cho lach | mangcut2
plain | mit say gion | mit2
plain | vu sua lo ren | vusua1
plain | bo booth | bo2
plain | hong treo gio | hong1
plain | nho do ninh thuan | nho1
plain | dau tay da lat | dau1
plain | gao seng cu | gao3
plain | nep tu le | gao6
plain | banh trang phoi suong | gao11
plain | mi chu | gao16
plain | hat mac ca | mac1
plain | khoai deo quang binh | khoai2
plain | bot san day | khoai6
plain | mang kho | rau15
plain | nam linh chi | nam4
plain | dong trung ha thao | nam6
plain | tra o long | che4
plain | ca phe khe sanh | caphe3
plain | mac khen | tieu3
plain | tinh dau que | que3
plain | thit trau gac bep | thit2
plain | bo mot nang | thit7
plain | gio lua uoc le | thit10
plain | tom kho rach goc | tom1
plain | cua ca mau | cua1
plain | nem lai vung | thit9
plain | banh pia soc trang | keo5
plain | keo cu do ha tinh | keo1
plain | yen sao khanh hoa | yen1
plain | chieu coi kim son | cong2
plain | gom bat trang | cong6
plain | tranh dong ho | cong12
typos | vải thiêu lục ngạn | vai1
typos | vai thieuu thanh ha | vai2
typos | nhãn lông hưng yên | nhan1
typos | mân hậu mộc châu | man1
typos | xoai cat hoa loocj | xoai1
typos | xầu riêng ri6 | sau1
typos | sau rieg krong pac | sau2, sau3
typos | buởi da xanh | buoi1
typos | bưỏi năm roi | buoi2
typos | cam san ham yen | cam3
typos | cam xoan lai vng | cam4
typos | thanhlong ruot do | thanhlong1
typos | mangcut lai thieu | mangcut1
typos | chôm trôm nhãn | chom1
typos | khóm cầu đúcc | khom1
typos | na daii chi lang | na1
typos | dừa xáp cầu kè | dua1
typos | gạo st 25 | gao1
typos | gao seng ku | gao3
typos | nêp cái hoa vang | gao5
typos | mien dog binh lieu | gao14
typos | matj ong bac ha | ong1
typos | mậtong hoa nhãn | ong2
typos | trè tân cương | che1
typos | cà fê buôn ma thuột | caphe1
typos | ca phe cau daat | caphe2
typos | tiu den chu se | tieu1
typos | nuoc mam phu qoc | mam1
typos | lap suong bac ha | thit3
typos | nạp xưởng hun khói | thit3
typos | thịt chau gác bếp | thit2
typos | chả mựk hạ long | thit11
typos | tôm khôo rạch gốc | tom1
typos | duong fen quang ngai | duong1
typos | banh dau xnah | keo6
typos | kẹo kuđơ | keo1
typos | nấm linh tri | nam4
typos | hành tím vĩnh chau | toi3
places | vải thiều Bắc Giang | vai1, vai3, vai4
places | vải thiều Hải Dương | vai2
places | mận Lào Cai huyện Bắc Hà | man2
places | xoài Tiền Giang | xoai1
places | bưởi Bến Tre | buoi1, buoi6
places | bưởi huyện Bình Minh Vĩnh Long | buoi2
places | cam Hòa Bình | cam1, cam5
places | thanh long Bình Thuận | thanhlong1, thanhlong3
places | thanh long Tiền Giang | thanhlong2
places | măng cụt Bình Dương | mangcut1
places | khóm Hậu Giang | khom1
places | khóm Kiên Giang | khom3, khom4
places | nho Ninh Thuận | nho1, nho3, nho4, nho2
places | dừa Trà Vinh | dua1
places | kẹo dừa Bến Tre | dua3
places | chuối Hà Nam | chuoi1
places | gạo ST Sóc Trăng huyện Mỹ Xuyên | gao1
places | gạo lứt Long An | gao7
places | nếp Yên Bái | gao6, gao10
places | bún phở Nam Định | gao13
places | miến Bắc Kạn | gao15
places | hạt điều Bình Phước | mac2
places | khoai Quảng Bình | khoai2
places | su su Vĩnh Phúc | rau1
places | mật ong Hà Giang | ong1
places | mật ong Nam Định | ong6
places | trà Yên Bái Văn Chấn | che2
places | hạt tiêu Gia Lai | tieu1
places | quế Quảng Nam | que1
places | gừng Nghệ An Kỳ Sơn | gung1
places | trà gừng Đắk Nông | che9
places | cá Bình Định Phù Mỹ | ca9
places | vịt Thái Bình | vit3
places | muối Phú Yên | mam10
places | giấm Bắc Ninh Yên Phong | mam8
places | rượu Kon Tum | ruou5
places | chiếu Ninh Bình Kim Sơn | cong2
regional | lệ chi sấy | vai4
regional | heo gác bếp | thit1
regional | heo mọi | thit4
regional | thơm Đồng Giao | khom2
regional | dứa Cầu Đúc | khom1
regional | bắp nếp | ngo1
regional | bắp sấy | ngo2
regional | ngô sấy bơ | ngo2
regional | đậu phộng đỏ | dauphong1
regional | lạc rang tỏi ớt | dauphong2
regional | dầu đậu phộng | dauphong3
regional | muối mè vàng | me1
regional | dầu vừng đen | me2
regional | đậu nành | dauxanh3
regional | sắn tươi | khoai3
regional | củ đậu | khoai7
regional | mướp đắng rừng | rau8
regional | bí đỏ ăn dặm | rau9
regional | rau ngót | rau6
regional | nấm đông cô | nam1
regional | mộc nhĩ | nam3
regional | na Bà Đen | na2
regional | mãng cầu Chi Lăng | na1
regional | xa bô chê | sapo1, sapo2
regional | tắc cảnh chưng Tết | hoa5
regional | mật quất | tac1
regional | chuối xiêm ép | chuoi3
regional | chanh leo | chanhday1
regional | hột vịt muối | trung2
regional | hột cút lộn | trung3
regional | trứng vịt đồng | trung1
regional | cá quả làm sạch | ca1
regional | cá lóc khô | ca2
regional | bò khô | thit6
regional | mực khô Cô Tô | muc2
regional | ngan thả ruộng | vit2
regional | chả lụa | thit10
regional | bánh đa Trảng Bàng | gao11
regional | trà móc câu | che1
regional | hột điều | mac2
regional | đọt su su | rau1
regional | xà bông sả | duoc10
regional | chà bông cá | ca10
regional | homestay nhà sàn | dv1
units | gạo st25 5kg | gao1
units | gạo st24 2 ký | gao2
units | 5 cân gạo tám Điện Biên | gao4
units | nếp cái hoa vàng 1 kg | gao5
units | nửa cân miến dong Bình Liêu | gao14
units | mật ong hoa nhãn 1 lít | ong2
units | mật ong rừng 750ml | ong4
units | mật ong 500 ml bạc hà | ong1
units | nước mắm Cát Hải 1l | mam2
units | nước mắm nam ô 0,5 lít | mam3
units | chục trứng gà ta | trung4
units | 10 trứng vịt chạy đồng | trung1
units | một chục hột vịt muối | trung2
units | 20 trứng cút | trung3
units | 1 lạng mắc khén | tieu3
units | 100g trà sen Tây Hồ | che5
units | hai lạng chẩm chéo | tieu4
units | cà phê robusta nửa ký | caphe1
units | 500 gram hạt điều | mac2
units | mắc ca 500g | mac1
units | mực một nắng nửa ký | muc1
units | tôm khô 5 lạng | tom1
units | đường phèn 1 kí | duong1
units | đường thốt nốt 1kg | duong2
units | tinh bột nghệ 500gr | gung2
units | sâm ngọc linh 1 lạng | duoc1
units | dầu dừa 500ml | dua4
units | rượu ngô 1 lít | ruou1
units | giò lụa 1 cân | thit10
units | vải sấy nửa cân | vai4
units | xoài sấy 200g | xoai5
units | tiêu đen 0,5 kg | tieu1
units | tỏi đen 250g | toi2
units | dầu tràm 100 ml | duoc9
units | lạc đỏ 1 ký | dauphong1
`;

/** What nobody on the market sells. */
export const nothing = `
iphone 15 pro max
xe máy honda
vé máy bay đi hàn quốc
tủ lạnh samsung
quần jean nam
son môi dior
sách giáo khoa lớp 5
cá ngừ đại dương cắt khúc
thịt kangaroo
nồi cơm điện cuckoo
gạch ốp lát
thuốc kháng sinh
phân đạm ure
vé xem bóng đá
máy giặt cửa trước
giày thể thao adidas
rượu whisky scotland
táo envy new zealand
cherry úc size 30
bánh mì kebab
`;
