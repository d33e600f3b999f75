// The texts of the installer in each language.

import en from '../../locales/en/install.ftl';
import ru from '../../locales/ru/install.ftl';
import de from '../../locales/de/install.ftl';
import la from '../../locales/la/install.ftl';
import br from '../../locales/br/install.ftl';
import fr from '../../locales/fr/install.ftl';
import pl from '../../locales/pl/install.ftl';
import tr from '../../locales/tr/install.ftl';
import ua from '../../locales/ua/install.ftl';
import ar from '../../locales/ar/install.ftl';

export default { en, ru, de, la, br, fr, pl, tr, ua, ar };
