import type { Checkpoint } from '#core/policy';

/** Where a kiosk is that nobody has set up. */
export const nowhere: Checkpoint = {
  id: '-',
  nameZh: '未配置',
  nameEn: 'Not set up',
  lane: '-',
  direction: 'in',
  siteType: 'station',
  timeZone: 'Asia/Shanghai',
};
