import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The register of outside platforms, what is held of each from which day on, and files made for them. */
export class Channels1764001200000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
create schema channels;

create table channels.platform (
  id text primary key constraint platform_id check (id ~ '^[a-z0-9-]{2,40}$'),
  position smallint not null unique,
  name text not null,
  operator text not null,
  website text,
  connector text not null constraint platform_connector check (connector in ('own', 'file', 'none'))
);

-- Dated, each by itself, with its source; a row is never changed. Null: nobody has decided yet, and the source says so.
create table channels.statement (
  platform text not null references channels.platform,
  about text not null constraint statement_about check (about in ('state', 'reputable', 'vietnamese')),
  valid_from date not null,
  value text,
  source text not null,
  primary key (platform, about, valid_from),
  constraint statement_value check (case about
    when 'state' then value is not null and value in ('operating', 'closed', 'unclear')
    else value is null or value in ('yes', 'no') end)
);

create table channels.export (
  id uuid primary key,
  platform text not null references channels.platform,
  producer uuid not null,
  listings integer not null constraint export_listings check (listings > 0),
  -- Where the file is, in the storage.
  file text not null,
  by uuid,
  created_at timestamptz not null
);
create index export_of_producer on channels.export (producer, created_at desc, id desc);

insert into channels.platform (id, position, name, operator, website, connector) values
('cho-phien', 1, 'Chợ Phiên', 'Tỉnh vận hành', null, 'own'),
('voso', 2, 'Vỏ Sò', 'Viettel Post (Tập đoàn Viettel)', 'https://voso.vn', 'file'),
('buudien', 3, 'Buudien.vn (trước là Postmart)', 'Tổng công ty Bưu điện Việt Nam', 'https://buudien.vn', 'file'),
('sendo-farm', 4, 'Sendo Farm', 'Sendo (FPT góp vốn)', null, 'file'),
('sendo', 5, 'Sendo', 'Sendo (FPT góp vốn)', null, 'none'),
('tiki', 6, 'Tiki', 'Tiki', 'https://tiki.vn', 'none'),
('shopee', 7, 'Shopee', 'Sea (Singapore)', 'https://shopee.vn', 'none'),
('tiktok-shop', 8, 'TikTok Shop', 'ByteDance', null, 'none'),
('lazada', 9, 'Lazada', 'Alibaba', 'https://www.lazada.vn', 'none');

insert into channels.statement (platform, about, valid_from, value, source) values
('cho-phien', 'state', '2026-11-01', 'operating', 'Hệ thống này'),
('voso', 'state', '2026-11-01', 'unclear', 'Văn bản năm 2025 còn nêu tên; chưa tìm được bằng chứng hoạt động trong năm 2026'),
('buudien', 'state', '2026-11-01', 'unclear', 'nongsan.buudien.vn hoạt động tại hội chợ tháng 4/2025 (ảnh TTXVN); chưa tìm được bằng chứng năm 2026'),
('sendo-farm', 'state', '2026-11-01', 'operating', 'markettimes.vn: Sendo chuyển sang bán thực phẩm tươi qua Sendo Farm'),
('sendo', 'state', '2025-04-15', 'closed', 'markettimes.vn: sàn tổng hợp dừng hoạt động ngày 15/4/2025'),
('tiki', 'state', '2026-11-01', 'operating', 'Metric: có trong bốn sàn được thống kê năm 2025, thị phần giảm mạnh'),
('shopee', 'state', '2026-11-01', 'operating', 'Metric: 56,04% doanh số bốn sàn năm 2025'),
('tiktok-shop', 'state', '2026-11-01', 'operating', 'Metric: 41,31% doanh số bốn sàn năm 2025'),
('lazada', 'state', '2026-11-01', 'operating', 'Metric: có trong bốn sàn được thống kê năm 2025'),
('cho-phien', 'vietnamese', '2026-11-01', 'yes', 'Cơ quan nhà nước của tỉnh vận hành'),
('voso', 'vietnamese', '2026-11-01', 'yes', 'Viettel Post thuộc Tập đoàn Viettel, vốn nhà nước'),
('buudien', 'vietnamese', '2026-11-01', 'yes', 'Tổng công ty Bưu điện Việt Nam, vốn nhà nước'),
('sendo-farm', 'vietnamese', '2026-11-01', 'yes', 'Công ty Việt Nam, FPT góp vốn'),
('sendo', 'vietnamese', '2025-04-15', 'yes', 'Công ty Việt Nam, FPT góp vốn'),
('tiki', 'vietnamese', '2026-11-01', null, 'Chưa ai quyết định: thương hiệu Việt Nam nhưng có cổ đông nước ngoài, chưa rõ bên nào chi phối'),
('shopee', 'vietnamese', '2026-11-01', 'no', 'Tập đoàn Sea, Singapore'),
('tiktok-shop', 'vietnamese', '2026-11-01', 'no', 'ByteDance'),
('lazada', 'vietnamese', '2026-11-01', 'no', 'Alibaba');

insert into channels.statement (platform, about, valid_from, value, source)
select id, 'reputable', '2026-11-01', null,
  'Chưa ai quyết định: công văn 3445/BNN-VPĐP không nêu tiêu chí uy tín; tỉnh xem đăng ký với Bộ Công Thương, quy chế hoạt động, cơ chế khiếu nại và danh sách cảnh báo rồi quyết định'
from channels.platform;
`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop schema channels cascade');
  }
}
