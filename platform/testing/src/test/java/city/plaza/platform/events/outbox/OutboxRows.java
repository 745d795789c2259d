package city.plaza.platform.events.outbox;

/** Stands for what is public in events without being for services. */
public class OutboxRows {

}
