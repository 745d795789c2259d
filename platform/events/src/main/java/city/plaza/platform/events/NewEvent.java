package city.plaza.platform.events;

/**
 * An event about to be written to the outbox.
 *
 * @param topic the stream it belongs to, such as {@code billing.customers}
 * @param key the aggregate's id: events of one key keep their order
 * @param type its name, a past participle such as {@code CustomerChanged}
 * @param data a record that becomes the JSON body
 */
public record NewEvent(String topic, String key, String type, Object data) {
}
