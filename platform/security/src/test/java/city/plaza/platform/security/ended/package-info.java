@NullMarked
package city.plaza.platform.security.ended;

import org.jspecify.annotations.NullMarked;
