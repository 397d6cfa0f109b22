package io.hourshare.pull;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.apache.camel.spi.BeanRepository;
import org.jspecify.annotations.Nullable;

/**
 * Objects that endpoints refer to by name. Camel's own registry cannot take one in while another feed's pull looks
 * something up.
 */
final class FeedObjects implements BeanRepository {

    private final Map<String, Object> objects = new ConcurrentHashMap<>();

    void put(String name, Object object) {
        objects.put(name, object);
    }

    @Override
    public @Nullable Object lookupByName(String name) {
        return objects.get(name);
    }

    @Override
    public <T> @Nullable T lookupByNameAndType(String name, Class<T> type) {
        Object object = objects.get(name);
        return type.isInstance(object) ? type.cast(object) : null;
    }

    @Override
    public <T> Map<String, T> findByTypeWithName(Class<T> type) {
        return objects.entrySet().stream()
                .filter(object -> type.isInstance(object.getValue()))
                .collect(Collectors.toMap(Map.Entry::getKey, object -> type.cast(object.getValue())));
    }

    @Override
    public <T> Set<T> findByType(Class<T> type) {
        return Set.copyOf(findByTypeWithName(type).values());
    }
}
