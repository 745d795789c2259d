package city.plaza.platform.events.outbox;

import org.jspecify.annotations.Nullable;

/**
 * An event as it is written; the database gives it its id and its time.
 *
 * @param data the JSON body
 * @param traceparent of the request that caused it, if it had one
 */
record NewRow(String topic, String key, String type, String source, String data, @Nullable String traceparent) {
}
