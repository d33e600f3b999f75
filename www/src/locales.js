// The texts of the application in each language.

import en from '../locales/en/index.ftl';
import ru from '../locales/ru/index.ftl';
import de from '../locales/de/index.ftl';
import la from '../locales/la/index.ftl';
import br from '../locales/br/index.ftl';
import fr from '../locales/fr/index.ftl';
import pl from '../locales/pl/index.ftl';
import tr from '../locales/tr/index.ftl';
import ua from '../locales/ua/index.ftl';
import ar from '../locales/ar/index.ftl';

export default { en, ru, de, la, br, fr, pl, tr, ua, ar };
