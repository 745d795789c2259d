package city.plaza.platform.events;

import org.springframework.kafka.support.ProducerListener;

/** Logs nothing: a record's key and body do not belong in a log. */
class SilentProducerListener implements ProducerListener<String, byte[]> {

}
