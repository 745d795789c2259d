@NullMarked
package city.plaza.platform.openapi;

import org.jspecify.annotations.NullMarked;
