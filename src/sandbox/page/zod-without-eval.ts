import { z } from 'zod';

// The page's Content-Security-Policy lets nothing compile code, so zod need not even try.
z.config({ jitless: true });
