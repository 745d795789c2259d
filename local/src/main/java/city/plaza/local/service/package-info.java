/**
 * Plaza's own services, run from the jars that production runs.
 */
@NullMarked
package city.plaza.local.service;

import org.jspecify.annotations.NullMarked;
