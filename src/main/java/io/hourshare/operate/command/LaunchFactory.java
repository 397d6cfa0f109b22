package io.hourshare.operate.command;

import io.hourshare.operate.command.desk.Launch;
import picocli.CommandLine;
import picocli.CommandLine.IFactory;

/** Gives commands that start the application what they start it with. */
final class LaunchFactory implements IFactory {

    private final Launch launch;

    LaunchFactory(Launch launch) {
        this.launch = launch;
    }

    @Override
    public <K> K create(Class<K> type) throws Exception {
        try {
            var constructor = type.getDeclaredConstructor(Launch.class);
            constructor.setAccessible(true);
            return constructor.newInstance(launch);
        } catch (NoSuchMethodException needsNothing) {
            return CommandLine.defaultFactory().create(type);
        }
    }
}
