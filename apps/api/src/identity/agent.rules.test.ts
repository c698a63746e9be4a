import { expect, test } from 'vitest';
import { placeWords } from './agent.rules.ts';

test('a place is called what its owner would call it', () => {
  const said: [string | null, string][] = [
    [
      'Mozilla/5.0 (Linux; Android 14; SM-A155F) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0 Mobile Safari/537.36',
      'Điện thoại Samsung, Chrome',
    ],
    [
      'Mozilla/5.0 (Linux; Android 13; CPH2483) AppleWebKit/537.36 Chrome/139.0 Mobile Safari/537.36 Zalo android/25',
      'Điện thoại OPPO, trong Zalo',
    ],
    [
      'Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1 Version/18.0 Mobile/15E148 Safari/604.1',
      'Điện thoại iPhone, Safari',
    ],
    [
      'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/141.0 Safari/537.36 coc_coc_browser/140',
      'Máy tính Windows, Cốc Cốc',
    ],
    [
      'Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 Chrome/141.0 Mobile Safari/537.36',
      'Điện thoại Android, Chrome',
    ],
    ['curl/8', 'Máy không rõ'],
    [null, 'Máy không rõ'],
  ];
  for (const [agent, words] of said) expect(placeWords(agent)).toBe(words);
});
