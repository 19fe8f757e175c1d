/** The demo company's catalog: prices in minor units of USD; other currencies by `rates`. */
export const demoProducts = [
  {
    sku: 'ENT-SUITE',
    name: 'Enterprise Suite',
    productType: 'enterprise',
    licensePrefix: 'ENT',
    limits: { workspaces: 50, users: 500 },
    prices: { subscription: 1_200_000, perpetual: 3_500_000 },
  },
  {
    sku: 'PRO-TEAM',
    name: 'Professional Team',
    productType: 'professional',
    licensePrefix: 'PRO',
    limits: { workspaces: 10, users: 50 },
    prices: { subscription: 240_000, perpetual: 690_000, trial: 0 },
  },
  {
    sku: 'PRO-SOLO',
    name: 'Professional Solo',
    productType: 'professional',
    licensePrefix: 'PRO',
    limits: { workspaces: 1, users: 1 },
    prices: { subscription: 29_900 },
  },
  {
    sku: 'ADD-BACKUP',
    name: 'Backup Add-on',
    productType: 'addon',
    licensePrefix: 'ADD',
    limits: { workspaces: 10, users: 50 },
    prices: { subscription: 48_000 },
  },
  {
    sku: 'ADD-INSIGHT',
    name: 'Insight Add-on',
    productType: 'addon',
    licensePrefix: 'ADD',
    limits: { workspaces: 10, users: 50 },
    prices: { subscription: 96_050 },
  },
  {
    sku: 'SEAT-PACK',
    name: 'Seat Pack',
    productType: 'addon',
    licensePrefix: 'SEA',
    issuing: 'seat_count',
    limits: { workspaces: 0, users: 1 },
    prices: { subscription: 6_000 },
  },
] as const

export const demoTiers = [
  { name: 'Registered', level: 1, benefits: 'Access to the price list', shareOfList: 0.9 },
  { name: 'Silver', level: 2, benefits: 'Better prices, shared leads', shareOfList: 0.8 },
  {
    name: 'Gold',
    level: 3,
    benefits: 'Best prices, a named sales rep, priority support',
    shareOfList: 0.7,
  },
] as const

export const demoCurrencies = [
  { currency: 'USD', rate: 1, taxRateBps: 825 },
  { currency: 'EUR', rate: 0.92, taxRateBps: 1900 },
] as const

export const demoPartners = [
  {
    name: 'Northwind Traders',
    type: 'reseller',
    email: 'orders@northwind.test',
    contactName: 'Nancy Davolio',
    phone: '+1 206 555 0100',
    tier: 'Gold',
    region: 'americas',
    currency: 'USD',
    paymentTerms: 'net_30',
    address: { street: '507 20th Ave. E.', postalCode: '98122', city: 'Seattle', country: 'US' },
  },
  {
    name: 'Contoso',
    type: 'distributor',
    email: 'orders@contoso.test',
    contactName: 'Katja Heidemann',
    phone: '+49 30 555 0100',
    tier: 'Silver',
    region: 'emea',
    currency: 'EUR',
    paymentTerms: 'net_15',
    address: { street: 'Unter den Linden 1', postalCode: '10117', city: 'Berlin', country: 'DE' },
  },
  {
    name: 'Fabrikam',
    type: 'dealer',
    email: 'orders@fabrikam.test',
    contactName: 'Wei Chen',
    phone: '+86 21 5555 0100',
    tier: 'Registered',
    region: 'apac',
    currency: 'USD',
    paymentTerms: 'prepaid',
    address: { city: 'Shanghai', country: 'CN' },
  },
] as const

/** Orders that the demo starts with: by partner, with the actions that follow the submission. */
export const demoOrders = [
  {
    partner: 'Northwind Traders',
    actions: ['approve', 'complete'],
    items: [
      ['ENT-SUITE', 'subscription', 2, 3, 'Adventure Works'],
      ['ADD-BACKUP', 'subscription', 2, 3, 'Adventure Works'],
    ],
  },
  {
    partner: 'Northwind Traders',
    actions: ['approve'],
    items: [
      ['PRO-TEAM', 'subscription', 12, 1, 'Wide World Importers'],
      ['PRO-TEAM', 'perpetual', 1, 1, 'Tailspin Toys'],
    ],
  },
  {
    partner: 'Northwind Traders',
    actions: [],
    items: [['PRO-SOLO', 'subscription', 25, 1, 'Graphic Design Institute']],
  },
  {
    partner: 'Northwind Traders',
    actions: ['reject'],
    items: [['ENT-SUITE', 'perpetual', 1, 1, 'Humongous Insurance']],
  },
  {
    partner: 'Contoso',
    actions: ['approve'],
    items: [
      ['PRO-TEAM', 'subscription', 8, 2, 'Alpine Ski House'],
      ['SEAT-PACK', 'subscription', 120, 2, 'Alpine Ski House'],
    ],
  },
  {
    partner: 'Contoso',
    actions: [],
    items: [['ADD-INSIGHT', 'subscription', 5, 1, 'Blue Yonder Airlines']],
  },
  {
    partner: 'Fabrikam',
    actions: ['approve'],
    items: [['PRO-TEAM', 'subscription', 3, 1, 'Lucerne Publishing']],
  },
] as const

export const demoUsers = [
  { email: 'admin@demo.test', name: 'Ada Admin', role: 'admin' },
  { email: 'sales@demo.test', name: 'Sam Sales', role: 'sales' },
  { email: 'engineer@demo.test', name: 'Erin Engineer', role: 'engineer' },
  {
    email: 'partner@demo.test',
    name: 'Nancy Davolio',
    role: 'partner',
    username: 'northwind',
    partner: 'Northwind Traders',
  },
  {
    email: 'partner2@demo.test',
    name: 'Katja Heidemann',
    role: 'partner',
    username: 'contoso',
    partner: 'Contoso',
  },
  {
    email: 'customer@demo.test',
    name: 'Carol Customer',
    role: 'customer',
    customer: 'Adventure Works',
  },
] as const

/** Our own people; the first of each is the demo user of that role. */
export const demoTeam = {
  salesReps: [
    { name: 'Sam Sales', email: 'sales@demo.test', region: 'americas' },
    { name: 'Greta Lind', email: 'greta.lind@demo.test', region: 'emea' },
    { name: 'Li Na', email: 'li.na@demo.test', region: 'apac' },
  ],
  engineers: [
    { name: 'Erin Engineer', email: 'engineer@demo.test', region: 'americas' },
    { name: 'Miguel Ortiz', email: 'miguel.ortiz@demo.test', region: 'americas' },
    { name: 'Anouk Bakker', email: 'anouk.bakker@demo.test', region: 'emea' },
    { name: 'Piotr Nowak', email: 'piotr.nowak@demo.test', region: 'emea' },
    { name: 'Zhang Wei', email: 'zhang.wei@demo.test', region: 'apac' },
  ],
} as const

/** End users by the partner that serves them. */
export const demoCustomers = {
  'Northwind Traders': [
    'Adventure Works',
    'Wide World Importers',
    'Tailspin Toys',
    'Litware',
    'Proseware',
    'Fourth Coffee',
    'City Power & Light',
    'Coho Vineyard',
    'Margie’s Travel',
    'School of Fine Art',
    'Southridge Video',
    'Trey Research',
    'VanArsdel',
    'Woodgrove Bank',
  ],
  Contoso: [
    'Alpine Ski House',
    'Blue Yonder Airlines',
    'Relecloud',
    'Baldwin Museum of Science',
    'Bellows College',
    'Lamna Healthcare',
    'Nod Publishers',
    'Munson’s Pickles',
    'First Up Consultants',
    'Wingtip Toys',
  ],
  Fabrikam: [
    'Lucerne Publishing',
    'Consolidated Messenger',
    'A. Datum',
    'Best For You Organics',
    'The Phone Company',
    'Boulder Innovations',
  ],
} as const
