/**
 * What the API description says beyond what springdoc finds: the problems of each
 * operation, which fields may be null or absent, examples, and who may call.
 */
@NullMarked
package city.plaza.platform.openapi;

import org.jspecify.annotations.NullMarked;
