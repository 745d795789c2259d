/** Forms: what a service refused, shown again beside its field with the input kept. */
@NullMarked
package city.plaza.portal.form;

import org.jspecify.annotations.NullMarked;
