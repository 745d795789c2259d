package city.plaza.platform.events.outbox;

/**
 * An event as it is written; the database gives it its id and its time.
 *
 * @param data the JSON body
 * @param bulk whether it goes beside the events that others wait for
 */
record NewRow(String topic, String key, String type, String data, boolean bulk) {
}
